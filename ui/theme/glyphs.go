package theme

// Glyphs are the characters that the chrome is drawn with. All are one cell
// wide but Ellipsis and Arrow, which are wider in ASCII: measure them with
// [Width].
type Glyphs struct {
	Todo, Doing, Done, Gap string // the seam's segments
	Joint                  string // joins two mended stretches of the wide seam
	H, V, TL, TR, BL, BR   string // frames
	Bar                    string // beside the selected row
	Ellipsis               string // where text was cut
	Dot                    string // between items on one line
	Arrow                  string
	Bullet                 string
	Check                  string
	Sparks                 [8]string // a reading's height, lowest first
	// An outline drawn as a tree, three cells each: a branch, the last one, a line that goes on below, and none.
	Branch, LastBranch, Trunk, Bare string
}

func unicodeGlyphs() Glyphs {
	return Glyphs{
		Todo: "╌", Doing: "─", Done: "━", Gap: " ", Joint: "╍",
		H: "─", V: "│", TL: "╭", TR: "╮", BL: "╰", BR: "╯",
		Bar: "▌", Ellipsis: "…", Dot: "·", Arrow: "→", Bullet: "•", Check: "✓",
		Sparks: [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		Branch: "├─ ", LastBranch: "└─ ", Trunk: "│  ", Bare: "   ",
	}
}

func asciiGlyphs() Glyphs {
	return Glyphs{
		Todo: ".", Doing: "-", Done: "=", Gap: " ", Joint: "~",
		H: "-", V: "|", TL: "+", TR: "+", BL: "+", BR: "+",
		Bar: ">", Ellipsis: "...", Dot: "-", Arrow: "->", Bullet: "*", Check: "x",
		Sparks: [8]string{"_", ".", ":", "-", "=", "+", "*", "#"},
		Branch: "|- ", LastBranch: "`- ", Trunk: "|  ", Bare: "   ",
	}
}
