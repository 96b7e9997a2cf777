// The box that moves rights from one list to the other names its help by a label on a plain span, which no reader
// of the screen may say; as an image it is said.
addEventListener("load", () => setTimeout(() => {
  for (const found of document.querySelectorAll("span.help-tooltip[aria-label]")) found.setAttribute("role", "img");
}));
