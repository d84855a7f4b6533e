// Tells the timeline and the table which event is open. What they draw need not be sent again for that.

export default function ({ data }) {
  window.datelineOpen = data;
  window.dispatchEvent(new Event("dateline-open"));
}
