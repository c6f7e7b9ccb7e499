/* The entry point: hands over to the command line when a command is named, else to the window. */

#include "octant-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "oct-cli.h"
#include "oct-ui.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, OCT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (oct_cli_wants (argc, argv))
    return oct_cli_run (argc, argv);

  return oct_ui_run (argc, argv);
}
