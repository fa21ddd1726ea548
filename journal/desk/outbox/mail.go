package outbox

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/mail"

	"bounceback/journal/contacts"
)

// The rule of this file: no header but those that are set here, and none of them knows the computer or the program that it was
// made on.

// Mail returns the bytes of a message as they are sent. A draft says that it is one, so that mail programs open it for writing.
//
// A group is not told who else is in it: its members stand in Bcc, which mail commands take away (msmtp -t and sendmail -t do). A
// message without a sender has no Message-ID either, since that would have to name this computer; the mail command adds both.
func (o *Outbox) Mail(m Message, draft bool) ([]byte, error) {
	h, err := o.header(m, draft)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w, err := message.CreateWriter(&out, h.Header)
	if err != nil {
		return nil, fmt.Errorf("writing the mail: %w", err)
	}
	for _, part := range []struct{ kind, text string }{{"text/plain", m.Text}, {"text/html", m.HTML}} {
		if err := writePart(w, part.kind, part.text); err != nil {
			return nil, fmt.Errorf("writing the mail: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("writing the mail: %w", err)
	}
	return noLoneDot(out.Bytes()), nil
}

// noLoneDot writes a line that is one dot in another way: for some mail commands it ends the message.
func noLoneDot(data []byte) []byte {
	lines := bytes.SplitAfter(data, []byte("\r\n"))
	for i, line := range lines {
		if string(line) == ".\r\n" {
			lines[i] = []byte("=2E\r\n")
		}
	}
	return bytes.Join(lines, nil)
}

func writePart(w *message.Writer, kind, text string) error {
	var h message.Header
	h.Set("Content-Transfer-Encoding", "quoted-printable")
	h.SetContentType(kind, map[string]string{"charset": "utf-8"})
	part, err := w.CreatePart(h)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(part, strings.ToValidUTF8(text, "\uFFFD")); err != nil {
		return err
	}
	return part.Close()
}

// header sets the fields from the last to the first: each goes above those before it.
func (o *Outbox) header(m Message, draft bool) (mail.Header, error) {
	var h mail.Header
	// In a part that is quoted-printable "=_" can't stand, so it ends none too early.
	h.SetContentType("multipart/alternative", map[string]string{"boundary": "=_" + m.id})
	h.Set("MIME-Version", "1.0")
	if draft {
		h.Set("X-Unsent", "1")
	}
	name, address, wrong := contacts.Sender(m.From)
	if m.From != "" && wrong != "" {
		return h, fmt.Errorf("%q can't be the sender: %s", m.From, wrong)
	}
	if domain := address[strings.LastIndexByte(address, '@')+1:]; m.From != "" && isASCII(domain) {
		h.SetMessageID(m.id + "@" + domain)
	}
	h.SetDate(o.opt.Desk.Now())
	h.SetSubject(oneLine(m.Subject))
	if m.Reach.Group {
		h.SetAddressList("Bcc", addresses("", m.Reach.Addresses...))
		h.Set("To", "undisclosed-recipients:;")
	} else {
		h.SetAddressList("To", addresses(oneLine(m.To), m.Reach.Addresses...))
	}
	if m.From != "" {
		h.SetAddressList("From", addresses(oneLine(name), address))
	}
	return h, nil
}

func addresses(name string, bare ...string) []*mail.Address {
	out := make([]*mail.Address, len(bare))
	for i, a := range bare {
		if name == a { // a name that is an address itself
			name = ""
		}
		out[i] = &mail.Address{Name: name, Address: a}
	}
	return out
}

// longestLine is how many characters a subject or a name has at most. A title can be a whole page, and no line of a mail may have
// more than 998 bytes; the whole of it stands in the document.
const longestLine = 200

// oneLine makes one line of a text: nothing in it can begin another field.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) > longestLine {
		s = strings.TrimSpace(string([]rune(s)[:longestLine-1])) + "…"
	}
	return s
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}
