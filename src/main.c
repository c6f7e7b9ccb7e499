/* The entry point: hands over to the command line when a command is named, else to the window. */

#include "octant-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "oct-cli.h"
#if OCT_HAS_WINDOW
#include "oct-ui.h"
#endif

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, OCT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (oct_cli_wants (argc, argv))
    return oct_cli_run (argc, argv);

#if OCT_HAS_WINDOW
  return oct_ui_run (argc, argv);
#else
  g_printerr ("%s\n",
              _ ("This Octant was built without its window. “octant --help” lists its commands."));
  return 2;
#endif
}
