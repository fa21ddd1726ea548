// Command bounceback is a private journal that walks you from a mistake to its lesson.
package main

import (
	_ "charm.land/bubbles/v2/key"
	_ "charm.land/bubbletea/v2"
	_ "charm.land/fang/v2"
	_ "charm.land/glamour/v2"
	_ "charm.land/lipgloss/v2"
	_ "github.com/BurntSushi/toml"
	_ "github.com/adrg/xdg"
	_ "github.com/charmbracelet/x/ansi"
	_ "github.com/gofrs/flock"
	_ "github.com/mattn/go-runewidth"
	_ "github.com/olebedev/when"
	_ "github.com/olebedev/when/rules/en"
	_ "github.com/rivo/uniseg"
	_ "github.com/spf13/cobra"
	_ "golang.org/x/sys/cpu"
	_ "golang.org/x/text/unicode/norm"
	_ "golang.org/x/text/cases"
)

func main() {}
