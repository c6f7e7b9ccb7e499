# Sourced by run, check and .ci/run: installs what is missing, and says so before it does.

say () { printf '%s\n' "$*"; }

# Names of the packages of the given kinds that aren't installed.
missing_packages () {
  local kind name optional
  while read -r kind name; do
    case " $* " in *" $kind "*) ;; *) continue ;; esac
    optional=0
    case "$name" in *\?) optional=1; name=${name%\?} ;; esac
    if dpkg-query -W -f='${db:Status-Status}' "$name" 2> /dev/null | grep -qx installed; then
      continue
    fi
    if [ $optional = 1 ] && ! apt-cache show "$name" > /dev/null 2>&1; then
      continue
    fi
    printf '%s ' "$name"
  done < <(grep -v '^#' .ci/packages)
}

# Installs the packages of the given kinds. Fails with a word on what to do where it can't.
install_packages () {
  local missing as_root=
  if ! command -v dpkg-query > /dev/null || ! command -v apt-get > /dev/null; then
    say "This is not Debian: install what .ci/packages names in your system's own way."
    return 0
  fi
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo > /dev/null; then
      say "These packages are missing, and there is no sudo to install them with: $missing"
      return 1
    fi
    as_root=sudo
  fi
  say "Installing with apt-get: $missing"
  $as_root apt-get update -qq < /dev/null || return 1
  # Optional packages are only known by name now, on a machine whose lists were empty.
  missing=$(missing_packages "$@")
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing < /dev/null > /dev/null
}

# configure FOLDER OPTION…: a build folder, made once; ninja keeps it fresh after that.
configure () {
  local folder=$1
  shift
  if [ -f "$folder/build.ninja" ]; then
    meson configure "$folder" "$@" > /dev/null
  else
    meson setup "$folder" "$@"
  fi
}
