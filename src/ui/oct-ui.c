/* Starting the face: everything the widgets need before the first of them is made. */

#include "oct-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "oct-application.h"
#include "oct-ui-resources.h"

#define STYLE_PATH "/io/github/octantapp/Octant/style.css"

/* By default every thread gets memory of its own to allocate from, up to eight times the number of
 * processors, and keeps it; GTK starts a dozen threads for a moment each to load icons. */
static void
share_memory_among_threads (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 2);
#endif
}

/**
 * oct_ui_run:
 * @argc: number of arguments
 * @argv: the arguments: options and files to import
 *
 * Runs the window until it is closed.
 *
 * Returns: the exit status
 */
int
oct_ui_run (int argc, char **argv)
{
  g_autoptr (OctApplication) application = NULL;

  share_memory_among_threads ();
  /* The resources lie in a static library: without a call into them the linker leaves them out. */
  g_resources_register (oct_ui_get_resource ());
  g_set_application_name (_("Octant"));
  application = oct_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

/**
 * oct_ui_add_style:
 *
 * Adds the style sheet to the display, if there is one.
 */
void
oct_ui_add_style (void)
{
  g_autoptr (GtkCssProvider) provider = NULL;
  GdkDisplay *display = gdk_display_get_default ();

  if (display == NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE_PATH);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * oct_ui_init:
 *
 * Prepares GTK, libadwaita, templates, icons and the style sheet without an application, so that a
 * page can stand in a window of a test.
 */
void
oct_ui_init (void)
{
  g_resources_register (oct_ui_get_resource ());
  adw_init ();
  oct_ui_add_style ();
}
