/* A page of the window: something with a location, a title and the session.
 *
 * A location is one line of text – "schools?q=oak&phase=primary", "school/100000", "trust/3206" –
 * and is all that back, forward, a restart and a saved view need to bring a page back. Pages go
 * elsewhere with the action "win.go" (a string: the location), say small things with "win.toast"
 * (a string), and never know the window's class.
 */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_PAGE (oct_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (OctPage, oct_page, OCT, PAGE, AdwBin)

/**
 * OctPageClass:
 * @show: shows what @location says; @location begins with the page's own kind. Called each time
 *   the person comes here, also again with the same location.
 * @focus_search: puts the focus where typing searches; %FALSE if the page has no search
 * @copy, @export_, @print: the window's actions of these names; %NULL disables them on this page
 */
struct _OctPageClass
{
  AdwBinClass parent_class;

  void (*show) (OctPage *self, const char *location);
  gboolean (*focus_search) (OctPage *self);
  void (*copy) (OctPage *self);
  void (*export_) (OctPage *self);
  void (*print) (OctPage *self);
  gpointer padding[8];
};

/* Property "session" (construct only), "title" and "location" (notify). */
OctSession *oct_page_get_session (OctPage *self);
const char *oct_page_get_title (OctPage *self);
void oct_page_set_title (OctPage *self, const char *title);
const char *oct_page_get_location (OctPage *self);
/* The page's own state changed (a filter, an order): back still leads to where one came from. */
void oct_page_set_location (OctPage *self, const char *location);
void oct_page_show (OctPage *self, const char *location);
/* A button or the like that stands at the end of the window's header bar while the page is shown. */
void oct_page_add_header_widget (OctPage *self, GtkWidget *widget);
GtkWidget *oct_page_get_header (OctPage *self);
/* Gives it the focus, unless that is in the sidebar. */
void oct_page_take_focus (OctPage *self, GtkWidget *sidebar, gboolean arrived);
/* Gives it the focus once it shows a part that takes it, unless somebody moves the focus first. */
void oct_page_await_focus (OctPage *self);
/* One part of a page that has several: the others are hidden, and cost nothing at the start. */
void oct_page_show_part (GtkStack *stack, const char *name);

G_END_DECLS
