# Sourced by scripts/*: builds what is not built; $modules names what the script needs.

# Built means: every jar is there, and nothing that went into it is newer.
is_built() {
  for module in $modules; do
    jar="$module/target/$module-1.0.0-SNAPSHOT.jar"
    [ -f "$jar" ] || return 1
    [ -z "$(find pom.xml "$module/pom.xml" "$module/src/main" -newer "$jar" -type f | head -n 1)" ] || return 1
  done
}

if ! is_built; then
  echo "Building (once; minutes with an empty Maven repository) …"
  ./mvnw -q package -DskipTests
  # Maven leaves a jar as it is when only a pom changed.
  for module in $modules; do touch "$module/target/$module-1.0.0-SNAPSHOT.jar"; done
fi
