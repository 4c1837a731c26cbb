// A receipt's QR code carries the code behind #, which no server sees: put it into its box and take it out of the address.

const digits = decodeURIComponent(location.hash.slice(1));
if (/^\d{16,20}$/.test(digits)) {
  document.getElementById("id_code").value = digits.replace(/(.{4})(?=.)/g, "$1 ");
  history.replaceState(null, "", location.pathname + location.search);
}
