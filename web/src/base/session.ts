// The token that writing needs: it comes once with the address that `depesche serve` prints, and lives as long as the tab.

const storageName = "depesche-token";
let token: string | null = read();

function read(): string | null {
  try {
    return sessionStorage.getItem(storageName);
  } catch {
    return null;
  }
}

// Takes "#token=…" out of the address, so that it is neither in the history nor in a copied link.
export function takeToken(): void {
  const match = /^#token=([A-Za-z0-9._~-]{8,200})(?:&to=(.*))?$/.exec(location.hash);
  if (!match) return;
  token = match[1] ?? null;
  history.replaceState(null, "", `#/${match[2] ?? ""}`);
  try {
    if (token) sessionStorage.setItem(storageName, token);
  } catch {
    // Kept in memory alone then.
  }
}

export function mayWrite(): boolean {
  return token !== null;
}

export function authorization(): Record<string, string> {
  return token ? { Authorization: `Bearer ${token}` } : {};
}

export function dropToken(): void {
  token = null;
  try {
    sessionStorage.removeItem(storageName);
  } catch {
    // Nothing was kept.
  }
}
