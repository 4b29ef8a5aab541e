// A tap or a click on an empty place of a picture.

const STILL = 8;

/** Call `act(x, y)` with the coordinates of a tap on `board` that takes hold of nothing and is no scroll of the page. */
export function onTap(board, act) {
  let from = null;
  board.on("down", (event) => {
    from = board.mode === board.BOARD_MODE_DRAG ? null : [event.clientX, event.clientY];
  });
  board.on("up", (event) => {
    const moved = from ? Math.hypot(event.clientX - from[0], event.clientY - from[1]) : Number.POSITIVE_INFINITY;
    from = null;
    if (event.type === "pointerup" && moved < STILL) act(...board.getUsrCoordsOfMouse(event));
  });
}
