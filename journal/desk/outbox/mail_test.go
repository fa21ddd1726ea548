package outbox

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"

	"bounceback/journal/contacts"
)

// parsed is a mail as another program reads it.
type parsed struct {
	netmail.Header
	from, to, bcc []string // name <address>
	subject       string
	text, html    string
}

// parse reads a mail with the standard library, and checks what holds for every one.
func parse(t *testing.T, data []byte) parsed {
	t.Helper()
	for line := range bytes.SplitSeq(data, []byte("\n")) {
		if len(line) > 0 && line[len(line)-1] != '\r' || len(line) > 998 || bytes.IndexFunc(line, func(r rune) bool { return r > 126 }) >= 0 {
			t.Errorf("a line that is too long, ends wrongly or is no ASCII: %q", line)
		}
		if string(line) == ".\r" {
			t.Error("a line of one dot, which ends the mail for some commands")
		}
	}
	m, err := netmail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	p := parsed{Header: m.Header}
	words := new(mime.WordDecoder)
	if p.subject, err = words.DecodeHeader(m.Header.Get("Subject")); err != nil {
		t.Error(err)
	}
	for field, list := range map[string]*[]string{"From": &p.from, "To": &p.to, "Bcc": &p.bcc} {
		if m.Header.Get(field) == "" {
			continue
		}
		addresses, err := m.Header.AddressList(field)
		if err != nil {
			t.Errorf("%s: %v: %s", field, err, m.Header.Get(field))
		}
		for _, a := range addresses {
			*list = append(*list, fmt.Sprintf("%s <%s>", a.Name, a.Address))
		}
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatalf("%s, %v", kind, err)
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for _, part := range []struct {
		kind string
		text *string
	}{{"text/plain; charset=utf-8", &p.text}, {"text/html; charset=utf-8", &p.html}} {
		r, err := parts.NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		if r.Header.Get("Content-Type") != part.kind || r.Header.Get("Content-Transfer-Encoding") != "quoted-printable" {
			t.Errorf("a part has the header %v", r.Header)
		}
		text, err := io.ReadAll(quotedprintable.NewReader(r))
		if err != nil {
			t.Fatal(err)
		}
		*part.text = strings.ReplaceAll(string(text), "\r\n", "\n")
	}
	if _, err := parts.NextRawPart(); err != io.EOF {
		t.Errorf("more parts: %v", err)
	}
	return p
}

// fields are all that a mail may have: nothing that tells of the computer or the program.
var fields = map[string]bool{"From": true, "To": true, "Bcc": true, "Subject": true, "Date": true, "Message-Id": true, "Mime-Version": true,
	"Content-Type": true, "X-Unsent": true}

func (r *room) mail(t *testing.T, m Message, draft bool) ([]byte, parsed) {
	t.Helper()
	data, err := r.Mail(m, draft)
	if err != nil {
		t.Fatal(err)
	}
	p := parse(t, data)
	for name := range p.Header {
		if !fields[name] {
			t.Errorf("a mail has the field %s", name)
		}
	}
	if d := cmp.Diff(m.Text, p.text); d != "" {
		t.Errorf("text: -want +got\n%s", d)
	}
	if d := cmp.Diff(m.HTML, p.html); d != "" {
		t.Errorf("html: -want +got\n%s", d)
	}
	if p.Header.Get("Mime-Version") != "1.0" || p.Header.Get("Date") != "Tue, 24 Nov 2026 10:00:00 +0100" || (p.Header.Get("X-Unsent") == "1") != draft {
		t.Errorf("header: %v", p.Header)
	}
	return data, p
}

func TestMailGolden(t *testing.T) {
	for name, m := range map[string]Mailing{
		"report": toDana, "group": {What: Report, To: "on call"}, "letter": {What: Apology, To: "Dana"}, "nobody": {What: Report, To: "Kim"},
	} {
		for _, draft := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s/%v", name, draft), func(t *testing.T) {
				r := newRoom(t, nil)
				msg := r.message(t, m)
				msg.HTML = "<!doctype html>\n<p>The page.</p>\n" // whose own files are golden where it is made
				data, _ := r.mail(t, msg, draft)
				golden.RequireEqual(t, bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
			})
		}
	}
}

func TestMail(t *testing.T) {
	r := newRoom(t, nil)
	_, p := r.mail(t, r.message(t, toDana), false)
	if d := cmp.Diff([]string{"Sam Rivera <sam@example.com>", "Dana <dana@example.com>", "Report: Rerouted production traffic"},
		append(append(p.from, p.to...), p.subject)); d != "" || p.bcc != nil {
		t.Errorf("-want +got\n%s", d)
	}
	if id := p.Header.Get("Message-Id"); !strings.HasSuffix(id, "@example.com>") || len(id) < 30 {
		t.Errorf("the id is %s", id)
	}
	if !strings.Contains(p.text, "Then it was quiet") || !strings.Contains(p.text, "sorry that I woke you") || !strings.Contains(p.html, "sorry that I woke you") {
		t.Errorf("not the report with its apology:\n%s", p.text)
	}

	_, p = r.mail(t, r.message(t, Mailing{What: Report, To: "On Call"}), true)
	if d := cmp.Diff([]string{" <dana@example.com>", " <lilei@example.org>"}, p.bcc); d != "" || len(p.to) > 0 ||
		p.Header.Get("To") != "undisclosed-recipients:;" || strings.Contains(p.text, "sorry that I woke you") {
		t.Errorf("a group: to %q, %v\n%s", p.Header.Get("To"), d, p.text)
	}

	_, p = r.mail(t, r.message(t, Mailing{What: Apology, To: "Dana"}), true)
	if p.subject != "An apology" || strings.TrimSpace(p.text) != "I’m sorry that I woke you." || strings.Contains(p.html, "Rerouted") {
		t.Errorf("a letter: %s\n%s\n%s", p.subject, p.text, p.html)
	}

	r.put(t, "contacts.toml", "")
	_, p = r.mail(t, r.message(t, toDana), true)
	if p.Header.Get("Message-Id") != "" || p.from != nil || p.to != nil {
		t.Errorf("nothing is known, and the header is %v", p.Header)
	}
}

// Whatever stands in names and subjects, it comes out as it went in, and no field is added.
func TestMailHostile(t *testing.T) {
	r := newRoom(t, nil)
	long := strings.Repeat("long ", 300)
	for _, c := range []struct{ to, subject, wantTo, wantSubject string }{
		{"李雷", "报告", "李雷", "报告"},
		{"Zoë, D'Angelo", "It’s “this”", "Zoë, D'Angelo", "It’s “this”"},
		{`A "B" \ <c@d>, e@f`, `x = ? "y"`, `A "B" \ <c@d>, e@f`, `x = ? "y"`},
		{"Dana\r\nBcc: evil@example.com", "Hi\r\nBcc: evil@example.com\r\n\r\nBody", "Dana Bcc: evil@example.com", "Hi Bcc: evil@example.com Body"},
		{"Dana\u2028\x00\x1b", "a\tb\vc", "Dana", "a b c"},
		{long, long, strings.TrimSpace(long[:199]) + "…", strings.TrimSpace(long[:199]) + "…"},
		{strings.Repeat("x", 2000), strings.Repeat("李", 2000), strings.Repeat("x", 199) + "…", strings.Repeat("李", 199) + "…"},
		{strings.Repeat("x", 200), strings.Repeat("y", 200), strings.Repeat("x", 200), strings.Repeat("y", 200)},
		{"\xff", "\xff", "\uFFFD", "\uFFFD"},
	} {
		m := r.message(t, toDana)
		m.To, m.Subject = c.to, c.subject
		m.Text = ".\n..\n.\n.\nFrom me\r\n" + c.subject + "\n"
		data, err := r.Mail(m, false)
		if err != nil {
			t.Fatal(err)
		}
		p := parse(t, data)
		if d := cmp.Diff([]string{c.wantTo + " <dana@example.com>"}, p.to); d != "" {
			t.Errorf("%q: -want +got\n%s", c.to, d)
		}
		if p.subject != c.wantSubject {
			t.Errorf("subject %q, want %q", p.subject, c.wantSubject)
		}
		if len(p.bcc) > 0 || len(p.Header) != 7 {
			t.Errorf("%q: fields %v", c.to, p.Header)
		}
		if !strings.HasPrefix(p.text, ".\n..\n.\n.\nFrom me\n") {
			t.Errorf("text %q", p.text)
		}
	}
	m := r.message(t, toDana)
	m.From = "Sam\r\nBcc: x@y <sam@example.com>"
	if data, err := r.Mail(m, false); err == nil {
		t.Errorf("a sender of two lines:\n%s", data)
	}
}

// A group of hundreds has lines that mail programs take.
func TestMailLargeGroup(t *testing.T) {
	r := newRoom(t, nil)
	m := r.message(t, toDana)
	m.Reach = contacts.Reach{Group: true}
	for i := range 300 {
		m.Reach.Addresses = append(m.Reach.Addresses, fmt.Sprintf("somebody.%d@%s.example.com", i, strings.Repeat("x", 40)))
	}
	if _, p := r.mail(t, m, false); len(p.bcc) != 300 {
		t.Errorf("%d readers", len(p.bcc))
	}
}
