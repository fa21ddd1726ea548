package config

import (
	"path/filepath"
	"runtime"
	"strings"
)

// Path is where the configuration file is: the flag --config, BOUNCEBACK_CONFIG, or config.toml in the folder bounceback of
// $XDG_CONFIG_HOME, which is ~/.config unless set (%APPDATA% on Windows). A file that was named must exist: then required
// is true. The path is empty when nothing is set and home is unknown; [Load] takes that as no file.
func Path(flag string, env func(string) string, home string) (path string, required bool) {
	return configPath(runtime.GOOS, flag, env, home)
}

func configPath(goos, flag string, env func(string) string, home string) (path string, required bool) {
	for _, named := range []string{flag, env("BOUNCEBACK_CONFIG")} {
		if named != "" {
			return expand(named, home), true
		}
	}
	base := xdgDir(env, "XDG_CONFIG_HOME")
	if base == "" && goos == "windows" {
		base = env("APPDATA")
	}
	if base == "" {
		base = under(home, ".config")
	}
	return under(base, "bounceback", "config.toml"), false
}

// Dir is where the journal is: the flag --dir, BOUNCEBACK_DIR, journal.dir of the configuration, or the folder bounceback
// in the user's data directory: $XDG_DATA_HOME if set, else ~/.local/share, ~/Library/Application Support on macOS,
// %LOCALAPPDATA% on Windows. A flag or variable may be relative to the working directory. It is empty when nothing is set
// and home is unknown.
func Dir(flag string, env func(string) string, c Config, home string) string {
	return journalDir(runtime.GOOS, flag, env, c, home)
}

func journalDir(goos, flag string, env func(string) string, c Config, home string) string {
	for _, named := range []string{flag, env("BOUNCEBACK_DIR"), c.Journal.Dir} {
		if named != "" {
			return expand(named, home)
		}
	}
	base := xdgDir(env, "XDG_DATA_HOME")
	if base == "" {
		switch goos {
		case "windows":
			if base = env("LOCALAPPDATA"); base == "" {
				base = under(home, "AppData", "Local")
			}
		case "darwin", "ios":
			base = under(home, "Library", "Application Support")
		default:
			base = under(home, ".local", "share")
		}
	}
	return under(base, "bounceback")
}

// xdgDir reads one variable of the XDG base directory specification, which says to ignore relative paths.
func xdgDir(env func(string) string, name string) string {
	if dir := env(name); filepath.IsAbs(dir) {
		return dir
	}
	return ""
}

// under joins, but stays empty when there is nothing to be under: a journal must never land in whatever folder one is in.
func under(base string, elem ...string) string {
	if base == "" {
		return ""
	}
	return filepath.Join(append([]string{base}, elem...)...)
}

// expand replaces a leading ~ by home. Shells do so themselves, but not within --dir=~/journal.
func expand(path, home string) string {
	if home == "" || path == "" || path[0] != '~' {
		return path
	}
	if len(path) == 1 {
		return home
	}
	if path[1] == '/' || strings.ContainsRune(`\/`, filepath.Separator) && path[1] == filepath.Separator {
		return filepath.Join(home, path[2:])
	}
	return path
}
