package contacts

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sample = `# My people.

from = "Sam Rivera <sam@example.com>" # me

[[contacts]]
name = "Dana"
address = "dana@example.com"
group = "on call"
phone = "555" # not ours

[[contacts]]
name = "李雷"
address = "lilei@example.org"
group = ["On Call", "berlin"]
`

func TestFind(t *testing.T) {
	b, err := Parse(sample + "[[contacts]]\nname = \"Berlin\"\naddress = \"list@example.com\"\n[[contacts]]\nname = \"Dana D.\"\n" +
		"address = \"DANA@example.com\"\ngroup = \"on call\"\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		want Reach
	}{
		{"Dana", Reach{Addresses: []string{"dana@example.com"}}},
		{" dANA ", Reach{Addresses: []string{"dana@example.com"}}},
		{"李雷", Reach{Addresses: []string{"lilei@example.org"}}},
		{"ON CALL", Reach{Addresses: []string{"dana@example.com", "lilei@example.org"}, Group: true}},
		{"berlin", Reach{Addresses: []string{"list@example.com"}}}, // a contact wins over a group
		{"Kim", Reach{}},
		{"", Reach{}},
		{"kim@example.com", Reach{Addresses: []string{"kim@example.com"}}},
	} {
		if d := cmp.Diff(c.want, b.Find(c.name)); d != "" {
			t.Errorf("%q: -want +got\n%s", c.name, d)
		}
	}
	if d := cmp.Diff([]string{"on call"}, b.GroupNames()); d != "" {
		t.Errorf("groups: -want +got\n%s", d)
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no TOML", "\n[[contacts]\n", "contacts.toml:2: this line can't be read"},
		{"a number as sender", "\nfrom = 1\n", "contacts.toml:2: “from” must be text in quotes"},
		{"no sender's address", "from = \"Sam\"\n", `contacts.toml:1: “from” can't be "Sam": the address has no @; write it like`},
		{"one table", "[contacts]\nname = \"x\"\n", "“contacts” must be tables; write [[contacts]]"},
		{"a list of names", "contacts = [\"x\"]\n", "contacts.toml:1: “contacts” must be tables"},
		{"no name", "[[contacts]]\naddress = \"a@b\"\n", "contacts.toml:1: contact 1 has no name; add a line name"},
		{"no address", sample + "[[contacts]]\nname = \"x\"\n", "contacts.toml:15: contact 3 has no address; add a line address"},
		{"a bad address", sample + "[[contacts]]\nname = \"x\"\naddress = \"x.example.com\"\n",
			`contacts.toml:17: "x.example.com" can't be the address of x: the address has no @; write it like sam@example.com`},
		{"a line break in a name", "[[contacts]]\nname = \"x\\nBcc: y@z\"\naddress = \"a@b\"\n", "contacts.toml:2: "},
		{"a line break in an address", "[[contacts]]\nname = \"x\"\naddress = \"a@b\\r\\nBcc: y@z\"\n", "contacts.toml:3: "},
		{"a line break in the sender", "from = \"Sam\\nBcc: y@z <a@b>\"\n", "contacts.toml:1: "},
		{"a line break in a group", "[[contacts]]\nname = \"x\"\naddress = \"a@b\"\ngroup = \"y\\nz\"\n", "contacts.toml:4: "},
		{"a number as a group", "[[contacts]]\nname = \"x\"\naddress = \"a@b\"\ngroup = [1]\n", "contacts.toml:4: “group” must be text"},
		{"one name, two addresses", sample + "[[contacts]]\nname = \"dana\"\naddress = \"other@b\"\n", `contacts.toml:16: "dana" is there twice, first as contact 1`},
	} {
		_, err := Parse(c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
		if got, err := Add(c.text, Contact{Name: "Kim", Address: "kim@example.com"}); err == nil {
			t.Errorf("%s: added to: %s", c.name, got)
		}
		if got, err := SetFrom(c.text, "kim@example.com"); err == nil {
			t.Errorf("%s: set in: %s", c.name, got)
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, good := range []string{"a@b", "sam.o'neil+x@mail.example.com", "sam@xn--r8jz45g.jp"} {
		if wrong := checkAddress(good); wrong != "" {
			t.Errorf("%s: %s", good, wrong)
		}
	}
	for _, bad := range []string{"", "@", "a@", "@b", "a", "a@b@c", "a b@c", "a@b\n", "a\x00@b", "a\u2028@b", "<a@b>", "a,b@c", "a@b;c@d", `"a"@b`,
		"-oQ/tmp@b", ".a@b", "a.@b", "a..b@c", "a@b.", "a\xff@b", "a@b\u200b.c", "a@b\u202e.c", "a\u00ad@b", "a\ufe0f@b", "a\u3164@b", "a\U000e0041@b", "a\ue000@b", strings.Repeat("a", 255) + "@b"} {
		if checkAddress(bad) == "" {
			t.Errorf("%q is taken for an address", bad)
		}
	}
	for address, want := range map[string]string{
		"a@b\u200b.c": "can't be seen", "a@b\u202e.c": "can't be seen", "é@example.de": "before the @ must be plain letters", "e@exämple.de": "xn--",
		"é@exämple.de": "before the @", "e@b\u2028c": "line break",
	} {
		if wrong := checkAddress(address); !strings.Contains(wrong, want) {
			t.Errorf("%q: %q, want %q", address, wrong, want)
		}
		text := "from = \"a@b\"\n[[contacts]]\nname = \"x\"\naddress = \"" + address + "\"\n"
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q in the file: %v, want %q", address, err, want)
		}
	}
	for _, c := range []struct{ from, name, address string }{
		{"sam@example.com", "", "sam@example.com"},
		{" Sam <sam@example.com> ", "Sam", "sam@example.com"},
		{`"Rivera, Sam" <sam@example.com>`, "Rivera, Sam", "sam@example.com"},
		{"<sam@example.com>", "", "sam@example.com"},
	} {
		if name, address, wrong := Sender(c.from); name != c.name || address != c.address || wrong != "" {
			t.Errorf("%q: %q, %q, %s", c.from, name, address, wrong)
		}
	}
}

func TestAdd(t *testing.T) {
	kim := Contact{Name: `Kim "K" \ Lee`, Address: "kim@example.com", Groups: []string{"a", `b "c"`}}
	const block = "[[contacts]]\nname = \"Kim \\\"K\\\" \\\\ Lee\"\naddress = \"kim@example.com\"\ngroup = [\"a\", \"b \\\"c\\\"\"]\n"
	for _, c := range []struct{ name, text, want string }{
		{"nothing yet", "", block},
		{"after others", sample, sample + "\n" + block},
		{"no last line break", "from = \"a@b\"", "from = \"a@b\"\n\n" + block},
		{"Windows", "\ufefffrom = \"a@b\"\r\n", "\ufefffrom = \"a@b\"\r\n\r\n" + strings.ReplaceAll(block, "\n", "\r\n")},
	} {
		got, err := Add(c.text, kim)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", c.name, d)
		}
	}
	if got, err := Add(sample, Contact{Name: " dana", Address: "Dana@example.com"}); got != sample || err != nil {
		t.Errorf("one who is there: %v\n%s", err, got)
	}
	for _, c := range []struct {
		text string
		add  Contact
		want string
	}{
		{sample, Contact{Name: "Dana", Address: "other@example.com"}, "Dana has the address dana@example.com already; to change it, edit line 7"},
		{sample, Contact{Name: "Kim", Address: "kim"}, `"kim" can't be an address: the address has no @`},
		{sample, Contact{Name: "Kim\nBcc: x@y", Address: "kim@example.com"}, "line break"},
		{sample, Contact{Name: "", Address: "kim@example.com"}, "the name is empty"},
		{sample, Contact{Name: "Kim", Address: "kim@example.com", Groups: []string{"a\nb"}}, "line break"},
		{"contacts = []\n", kim, "write it there by hand"},
		{"contacts = [{name = \"x\", address = \"a@b\"}]\n", kim, "write it there by hand"},
	} {
		if got, err := Add(c.text, c.add); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %s\n%s", c.add, err, c.want, got)
		}
	}
}

func TestSetFrom(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing yet", "", "from = \"Kim <kim@b>\"\n"},
		{"another", sample, strings.Replace(sample, "Sam Rivera <sam@example.com>", "Kim <kim@b>", 1)},
		{"in other quotes", "  from='a@b'# me\n", "  from=\"Kim <kim@b>\"# me\n"},
		{"empty until now", "from = \"\"", "from = \"Kim <kim@b>\""},
		{"a comment above", "# Mine.\n\n[[contacts]]\nname = \"x\"\naddress = \"a@b\"\n",
			"# Mine.\n\nfrom = \"Kim <kim@b>\"\n\n[[contacts]]\nname = \"x\"\naddress = \"a@b\"\n"},
		{"a comment of the first", "# Boss.\n[[contacts]]\nname = \"x\"\naddress = \"a@b\"\n",
			"from = \"Kim <kim@b>\"\n\n# Boss.\n[[contacts]]\nname = \"x\"\naddress = \"a@b\"\n"},
		{"Windows", "[[contacts]]\r\nname = \"x\"\r\naddress = \"a@b\"\r\n",
			"from = \"Kim <kim@b>\"\r\n\r\n[[contacts]]\r\nname = \"x\"\r\naddress = \"a@b\"\r\n"},
		{"a key of that name in a contact", "[[contacts]]\nname = \"x\"\naddress = \"a@b\"\nfrom = \"1\"\n",
			"from = \"Kim <kim@b>\"\n\n[[contacts]]\nname = \"x\"\naddress = \"a@b\"\nfrom = \"1\"\n"},
	} {
		got, err := SetFrom(c.text, "Kim <kim@b>")
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", c.name, d)
		}
	}
	for _, c := range []struct{ text, from, want string }{
		{sample, "Kim", "can't be a sender"},
		{sample, "Kim\r\nBcc: x@y <a@b>", "line break"},
		{"note = '''\nfrom = \"a@b\"\n'''\nfrom = \"c@d\"\n", "kim@b", "write it there by hand"}, // only looks like the key
		{"from = '''a@b'''\n", "kim@b", "write it there by hand"},
	} {
		if got, err := SetFrom(c.text, c.from); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s\n%s", c.from, err, c.want, got)
		}
	}
}

// Whatever the names are made of, an edit gives the old book with the one change, or an error.
func TestHostileEdits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", "Z", "李", "é", `"`, `\`, "'", "#", "=", "[[contacts]]", " ", "\n", "\r", "\x00", "\x7f", "\u2028", "\ufeff", "\xff", "@", "<", ">", ",", ":", `\u0041`}
	random := func() string {
		var b strings.Builder
		for range r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		return b.String()
	}
	done := 0
	for range 20000 {
		c := Contact{Name: random(), Address: "a@b", Groups: []string{random()}}
		if r.IntN(2) == 0 {
			c.Address = random() + "@" + random()
		}
		text, err := Add(sample, c)
		if err != nil || text == sample {
			continue
		}
		done++
		b, err := Parse(text)
		if err != nil || len(b.People) != 3 || !strings.HasPrefix(text, sample) {
			t.Fatalf("%q: %v\n%s", c, err, text)
		}
		got := b.People[2]
		if strings.ContainsAny(got.Name+got.Address+got.Groups[0], "\r\n\x00") || got.Name != strings.TrimSpace(c.Name) || got.Address != strings.TrimSpace(c.Address) {
			t.Fatalf("%q became %q", c, got)
		}
	}
	if done < 100 {
		t.Errorf("only %d edits", done)
	}
}
