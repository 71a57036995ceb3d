/**
 * Frequent Vietnamese words whose form without marks is seldom or never a word of its own: `cua` for của, `voi` for
 * với. Chosen by hand. Words that are also written without marks (`trong`, `cho`, `theo`, `sau`, `tin`) must not be
 * here, and words that no syllable of Vietnamese looks like (`nguoi`, `mot`, `cac`) need not.
 */
export const BARE_COMMON: ReadonlySet<string> = new Set(
  `cua voi la va nhung den ve vao moi se phai lai rang deu tu giua gio nha dai dang de dong doi hoi hinh lam lon
  noi toi truong doan dinh nhan khong ngay thang dau vien ong ngoai`.split(/\s+/),
);
