// Package html makes one file of a document, for a browser, a phone and a printer.
//
// Goals: a file that needs nothing else, loads nothing and runs nothing; what a person typed can't become markup, a script or a
// link to anything but a web page or a mail address; it reads well on a small screen and prints well.
//
// Non-goals: what is in a document (journal/report), and how it gets to its reader (journal/desk/outbox).
package html

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"bounceback/journal/report"
)

//go:embed page.html
var frame string

//go:embed page.css
var style string

// Page returns d as a single HTML file that needs nothing else and runs nothing.
func Page(d report.Document) (string, error) {
	body, err := convert(d.Markdown())
	if err != nil {
		return "", err
	}
	t, err := template.New("page").Parse(frame)
	if err != nil {
		return "", fmt.Errorf("read the frame of a page: %w", err)
	}
	title := d.Title()
	if title == "" {
		title = "Letter"
	}
	var b bytes.Buffer
	err = t.Execute(&b, struct {
		Title string
		Style template.CSS
		Body  template.HTML
	}{title, template.CSS(style), template.HTML(body)})
	if err != nil {
		return "", fmt.Errorf("write the page: %w", err)
	}
	return b.String(), nil
}

// convert turns Markdown into HTML. HTML within it is left out, which is the library's default.
func convert(markdown string) ([]byte, error) {
	links := extension.NewLinkify(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:", "mailto:"}))
	md := goldmark.New(
		goldmark.WithExtensions(extension.TaskList, links),
		goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(discreet{}, 1000))),
	)
	var b bytes.Buffer
	if err := md.Convert([]byte(markdown), &b); err != nil {
		return nil, fmt.Errorf("turn the document into HTML: %w", err)
	}
	return b.Bytes(), nil
}

// discreet makes links tell the page they lead to nothing about where they stood, and shows the addresses in them as typed.
type discreet struct{}

func (discreet) Transform(doc *ast.Document, r text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if bare, ok := n.(*ast.AutoLink); ok {
			n = unescaped(bare, r.Source())
		}
		if n.Kind() == ast.KindAutoLink || n.Kind() == ast.KindLink {
			n.SetAttributeString("rel", []byte("noopener noreferrer"))
		}
		return ast.WalkContinue, nil
	})
}

// unescaped puts a link with words in the place of a bare address in which something was escaped: the library would show the
// escape as it stands. The only one that the writer of our Markdown sets there is that of an ampersand.
func unescaped(bare *ast.AutoLink, source []byte) ast.Node {
	escape, ampersand := []byte("&amp;"), []byte("&")
	if !bytes.Contains(bare.Label(source), escape) {
		return bare
	}
	link := ast.NewLink()
	link.Destination = bare.URL(source) // whose escapes the library does undo
	words := ast.NewString(bytes.ReplaceAll(bare.Label(source), escape, ampersand))
	words.SetRaw(true)
	link.AppendChild(link, words)
	bare.Parent().ReplaceChild(bare.Parent(), bare, link)
	return link
}
