package cli

import (
	"context"
	"errors"
	"strings"

	"bounceback/ui/config"
)

// screen opens the full screen over the person's journal.
func (p *program) screen(ctx context.Context) error {
	if err := p.hasScreen(); err != nil {
		return err
	}
	d, conf, err := p.desk()
	if err != nil {
		return err
	}
	return p.Open(ctx, p.screenOptions(ScreenOptions{Desk: d, Config: conf}))
}

// hasScreen reports whether the full screen can be shown here.
func (p *program) hasScreen() error {
	switch {
	case p.Env.Getenv("TERM") == "dumb":
		return errors.New("this terminal can't show a full screen (TERM=dumb); try: bounceback list")
	case !p.Env.InTTY || !p.Env.OutTTY:
		return errors.New("the full screen needs a terminal for input and output; try: bounceback list")
	}
	return nil
}

func (p *program) screenOptions(o ScreenOptions) ScreenOptions {
	o.ASCII = p.ascii(o.Config)
	o.Editor = p.editor(o.Config)
	mail := o.Config
	if o.Demo {
		mail.Mail.Command = ""
	}
	o.Outbox = p.outbox(o.Desk, mail, true)
	return o
}

// ascii decides whether only ASCII characters can be drawn.
func (p *program) ascii(c config.Config) bool {
	switch c.Screen.Glyphs {
	case "ascii":
		return true
	case "unicode":
		return false
	}
	if t := p.Env.Getenv("TERM"); t == "dumb" || t == "vt100" || t == "vt220" {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} { // the first that is set decides
		if v := strings.ToLower(p.Env.Getenv(name)); v != "" {
			return !strings.Contains(v, "utf-8") && !strings.Contains(v, "utf8")
		}
	}
	// Only on Linux and its like does a missing locale mean ASCII; elsewhere terminals are UTF-8, whatever a shell says.
	return p.GOOS != "windows" && p.GOOS != "darwin"
}
