// Tells the server in which zone to write times, from the next page on.
{
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const secure = location.protocol === "https:" ? "; secure" : "";
  if (zone) {
    document.cookie = `homelab-zone=${zone}; path=/; max-age=31536000; samesite=lax${secure}`;
  }
}
