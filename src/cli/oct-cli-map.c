/* octant map: where a trust's schools are, as a picture. */
#include <glib/gi18n.h>

#include "oct-cli-private.h"
#include "oct-cli-records.h"
#include "oct-error.h"

/* Points; A4 on paper. */
#define SCREEN_WIDTH 800
#define SCREEN_HEIGHT 900
#define PAPER_WIDTH 595.276
#define PAPER_HEIGHT 841.89

static char *opt_trust;
static char *opt_out;
static char *opt_picture;

static const GOptionEntry options[] = {
  { "trust", 't', 0, G_OPTION_ARG_STRING, &opt_trust, N_("The trust"), N_("UID") },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &opt_out,
    N_("The picture’s file, ending in .png, .svg or .pdf; “-” is standard output"), N_("FILE") },
  { "picture", 0, 0, G_OPTION_ARG_STRING, &opt_picture,
    N_("png, svg or pdf, where the file’s name doesn’t say it"), N_("KIND") },
  { NULL },
};

static gboolean
take_picture (OctChartFormat *format)
{
  g_autofree char *named = NULL;

  if (opt_picture == NULL && g_str_equal (opt_out, "-"))
    {
      *format = OCT_CHART_FORMAT_PNG;
      return TRUE;
    }
  if (opt_picture != NULL)
    named = g_strdup_printf ("picture.%s", opt_picture);

  return oct_chart_format_from_path (named != NULL ? named : opt_out, format);
}

/* Said on stdout unless the picture itself is there. */
static void
print_answer (OctCli *cli, OctChart *map, guint32 uid)
{
  g_autofree char *sentence = oct_chart_describe (map);
  g_autofree char *shown = g_filename_display_name (opt_out);

  if (g_str_equal (opt_out, "-"))
    return;
  if (cli->format == OCT_CLI_JSON)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      oct_cli_add_number (builder, "trust_uid", uid);
      oct_cli_add_text (builder, "file", shown);
      oct_cli_add_text (builder, "title", oct_chart_get_title (map));
      oct_cli_add_text (builder, "description", sentence);
      json_builder_end_object (builder);
      oct_cli_print_builder (builder);
      return;
    }
  /* Translators: the name of a file. */
  oct_cli_print (_("Saved %s\n"), shown);
  oct_cli_print ("%s\n", sentence);
}

static GBytes *
render (OctChart *map, OctChartFormat format, GError **error)
{
  gboolean paper = format == OCT_CHART_FORMAT_PDF;
  OctChartTheme theme;

  oct_chart_theme_init (&theme, paper ? OCT_THEME_PRINT : OCT_THEME_LIGHT, 1, NULL);

  return oct_chart_render (map, format, paper ? PAPER_WIDTH : SCREEN_WIDTH,
                           paper ? PAPER_HEIGHT : SCREEN_HEIGHT, 2, &theme, error);
}

static int
draw (OctCli *cli, guint32 uid, OctChartFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctChart) map = NULL;
  g_autoptr (GBytes) picture = NULL;

  if (!oct_cli_open (cli, TRUE))
    return OCT_CLI_FAILED;
  map = oct_make_trust_map (cli->session, uid, &error);
  if (map != NULL)
    picture = render (map, format, &error);
  if (picture == NULL || !oct_cli_save (opt_out, picture, &error))
    return oct_cli_fail (error);
  print_answer (cli, map, uid);

  return OCT_CLI_DONE;
}

static int
run (OctCli *cli)
{
  OctChartFormat format;
  guint32 uid;

  if (opt_trust == NULL)
    return oct_cli_usage (cli, _("%s is missing."), "--trust UID");
  if (opt_out == NULL)
    return oct_cli_usage (cli, _("%s is missing."), "--out FILE");
  if (!oct_cli_parse_number (cli, opt_trust, "UID", &uid))
    return OCT_CLI_USAGE;
  if (!take_picture (&format))
    return oct_cli_usage (cli, _("A picture’s file ends in .png, .svg or .pdf."));

  return draw (cli, uid, format);
}

const OctCliCommand oct_cli_map = {
  .name = "map",
  .summary = N_("Draw the map of a trust’s schools"),
  .options = options,
  .run = run,
};
