# Sourced by ./mvnw and scripts/*: points JAVA_HOME at a JDK 25 or newer, or ends with one sentence.

jdk_major() {
  [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

jdk_home() {
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    major=$(jdk_major "$home") || continue
    [ "${major:-0}" -ge 25 ] && printf '%s\n' "$home" && return 0
  done
  return 1
}

JAVA_HOME=$(jdk_home) || {
  echo "Homelab needs a JDK 25 or newer and found none: install one (for example temurin-25-jdk) or set JAVA_HOME to it." >&2
  exit 1
}
export JAVA_HOME
PATH="$JAVA_HOME/bin:$PATH"
# Maven's own libraries use what JDK 25 warns about; the warnings say nothing about this project.
export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
