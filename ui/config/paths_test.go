package config

import (
	"path/filepath"
	"testing"
)

func TestPath(t *testing.T) {
	home := root("home", "kim")
	tests := []struct {
		name, goos, flag, home string
		env                    map[string]string
		want                   string
		required               bool
	}{
		{name: "flag", goos: "linux", flag: "mine.toml", home: home, env: map[string]string{"BOUNCEBACK_CONFIG": "other"}, want: "mine.toml", required: true},
		{name: "flag at home", goos: "linux", flag: "~/mine.toml", home: home, want: filepath.Join(home, "mine.toml"), required: true},
		{name: "variable", goos: "linux", home: home, env: map[string]string{"BOUNCEBACK_CONFIG": "other", "XDG_CONFIG_HOME": root("x")}, want: "other", required: true},
		{name: "XDG", goos: "linux", home: home, env: map[string]string{"XDG_CONFIG_HOME": root("x")}, want: root("x", "bounceback", "config.toml")},
		{name: "relative XDG", goos: "linux", home: home, env: map[string]string{"XDG_CONFIG_HOME": "x"}, want: filepath.Join(home, ".config", "bounceback", "config.toml")},
		{name: "home", goos: "linux", home: home, want: filepath.Join(home, ".config", "bounceback", "config.toml")},
		{name: "Mac", goos: "darwin", home: home, want: filepath.Join(home, ".config", "bounceback", "config.toml")},
		{name: "Windows", goos: "windows", home: home, env: map[string]string{"APPDATA": root("roaming")}, want: root("roaming", "bounceback", "config.toml")},
		{name: "Windows and XDG", goos: "windows", home: home, env: map[string]string{"APPDATA": root("roaming"), "XDG_CONFIG_HOME": root("x")}, want: root("x", "bounceback", "config.toml")},
		{name: "no home", goos: "linux", want: ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, required := configPath(tt.goos, tt.flag, func(k string) string { return tt.env[k] }, tt.home)
			if got != tt.want || required != tt.required {
				t.Errorf("%q, %v; want %q, %v", got, required, tt.want, tt.required)
			}
		})
	}
}

func TestDir(t *testing.T) {
	home := root("home", "kim")
	set := map[string]string{"BOUNCEBACK_DIR": "there", "XDG_DATA_HOME": root("x")}
	tests := []struct {
		name, goos, flag, config, home string
		env                            map[string]string
		want                           string
	}{
		{name: "flag", goos: "linux", flag: "here", config: root("c"), home: home, env: set, want: "here"},
		{name: "flag at home", goos: "linux", flag: "~/j", home: home, want: filepath.Join(home, "j")},
		{name: "flag with a file called ~j", goos: "linux", flag: "~j", home: home, want: "~j"},
		{name: "variable", goos: "linux", config: root("c"), home: home, env: set, want: "there"},
		{name: "configuration", goos: "linux", config: root("c"), home: home, env: map[string]string{"XDG_DATA_HOME": root("x")}, want: root("c")},
		{name: "XDG", goos: "linux", home: home, env: map[string]string{"XDG_DATA_HOME": root("x")}, want: root("x", "bounceback")},
		{name: "relative XDG", goos: "linux", home: home, env: map[string]string{"XDG_DATA_HOME": "x"}, want: filepath.Join(home, ".local", "share", "bounceback")},
		{name: "home", goos: "freebsd", home: home, want: filepath.Join(home, ".local", "share", "bounceback")},
		{name: "Mac", goos: "darwin", home: home, want: filepath.Join(home, "Library", "Application Support", "bounceback")},
		{name: "Windows", goos: "windows", home: home, env: map[string]string{"LOCALAPPDATA": root("local")}, want: root("local", "bounceback")},
		{name: "Windows without the variable", goos: "windows", home: home, want: filepath.Join(home, "AppData", "Local", "bounceback")},
		{name: "no home", goos: "linux", want: ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := Default()
			c.Journal.Dir = tt.config
			if got := journalDir(tt.goos, tt.flag, func(k string) string { return tt.env[k] }, c, tt.home); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
