/* octant chart: the pictures of the eight elements and of progress as files, and all of them in every
 * theme. */
#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "oct-cli-records.h"
#include "oct-cli-workspace.h"
#include "oct-knowledge-pictures.h"
#include "oct-pictures.h"
#include "oct-plan-pictures.h"
#include "oct-plan-timeline.h"

/* Points; a chart that wants another height for its width is given it. */
#define DEFAULT_WIDTH 960
#define DEFAULT_HEIGHT 720
#define MAX_SIZE 8000
/* Pixels to a point in PNG. */
#define SCALE 2

static char *opt_workspace;
static char *opt_cycle;
static char *opt_school;
static char *opt_element;
static char *opt_out;
static char *opt_size;
static char *opt_theme;
static char *opt_gallery;

static const GOptionEntry options[] = {
  OCT_CLI_WORKSPACE_OPTION (&opt_workspace),
  { "cycle", 'c', 0, G_OPTION_ARG_STRING, &opt_cycle,
    N_("The cycle, by its name; the latest where it is left out"), N_("NAME") },
  { "school", 's', 0, G_OPTION_ARG_STRING, &opt_school,
    N_("The school to show, or to name among the others"), N_("URN") },
  { "element", 'e', 0, G_OPTION_ARG_STRING, &opt_element,
    N_("The element of trend and spread, or the one to sort the heat map by"), N_("NUMBER") },
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &opt_out,
    N_("The picture’s file, ending in .png, .svg or .pdf; “-” is a PNG on standard output"),
    N_("FILE") },
  { "size", 0, 0, G_OPTION_ARG_STRING, &opt_size, N_("Width and height in points, such as 960x720"),
    N_("SIZE") },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &opt_theme,
    N_("light (default), dark, print (default of PDF) or contrast"), N_("THEME") },
  { "gallery", 0, 0, G_OPTION_ARG_FILENAME, &opt_gallery,
    N_("Draw every chart in every theme into this folder"), N_("DIR") },
  { NULL },
};

static const struct
{
  const char *name;
  OctThemeKind kind;
} themes[] = {
  { "light", OCT_THEME_LIGHT },
  { "dark", OCT_THEME_DARK },
  { "print", OCT_THEME_PRINT },
  { "contrast", OCT_THEME_HIGH_CONTRAST },
};

/**
 * Wanted:
 * @element: (nullable): the key of the element that was asked for
 * @school_id: (nullable): the school that was asked for
 *
 * What the options ask for, of the assessment.
 */
typedef struct
{
  OctCli *cli;
  OctAssessment *assessment;
  const char *element;
  const char *school_id;
} Wanted;

/* Charts. */

static const char *
get_element (const Wanted *wanted)
{
  OctFramework *framework = oct_assessment_get_framework (wanted->assessment);

  return wanted->element != NULL ? wanted->element : oct_framework_get_element (framework, 1)->key;
}

static OctChart *
make_octant (const Wanted *wanted)
{
  return wanted->school_id != NULL
           ? oct_picture_school_octant (wanted->assessment, wanted->school_id)
           : oct_picture_octant (wanted->assessment, NULL);
}

static OctChart *
make_small_octants (const Wanted *wanted)
{
  return oct_picture_small_octants (wanted->assessment);
}

static OctChart *
make_heat_map (const Wanted *wanted)
{
  return oct_picture_heat_map (wanted->assessment, wanted->element);
}

static OctChart *
make_trend (const Wanted *wanted)
{
  const OctJudgementFilter filter = { .element = get_element (wanted),
                                      .school_id = wanted->school_id };
  g_autoptr (GPtrArray) judgements = NULL;
  GAsyncResult *result = NULL;

  oct_workbench_read_judgements_async (oct_cli_workbench (wanted->cli), &filter, NULL,
                                       oct_cli_ready_cb, &result);
  judgements = oct_cli_wait_read (wanted->cli, &result);

  return judgements != NULL
           ? oct_picture_trend (wanted->assessment, filter.element, wanted->school_id, judgements)
           : NULL;
}

static OctChart *
make_spread (const Wanted *wanted)
{
  return oct_picture_spread (wanted->assessment, get_element (wanted), wanted->school_id);
}

static OctChart *
make_resiliences (const Wanted *wanted)
{
  return oct_picture_resiliences (wanted->assessment);
}

/* Pictures of progress are of plans, which are there once the assessment is. */
static OctChart *
make_progress (const Wanted *wanted, OctChart *(*make) (const OctProgressSubject *subject))
{
  g_autoptr (OctPlanBook) empty = oct_plan_book_new_empty ();
  OctPlanBook *book = oct_workbench_get_plans (oct_cli_workbench (wanted->cli));
  const OctProgressSubject subject = { .book = book != NULL ? book : empty,
                                       .assessment = wanted->assessment,
                                       .school_id = wanted->school_id,
                                       .today = oct_date_today () };

  return make (&subject);
}

static OctChart *
make_support_network (const OctProgressSubject *subject)
{
  return oct_picture_support_network (subject->assessment, subject->book, NULL);
}

static OctChart *
make_practices (const OctProgressSubject *subject)
{
  return oct_picture_practices (subject->assessment, subject->book);
}

static OctChart *
make_line_of_sight (const OctProgressSubject *subject)
{
  return oct_picture_line_of_sight (subject->assessment, subject->book);
}

/* One line for each chart; either of the two makes it. */
static const struct
{
  const char *name;
  OctChart *(*make) (const Wanted *wanted);
  OctChart *(*of_plans) (const OctProgressSubject *subject);
} charts[] = {
  { "octant", make_octant, NULL },
  { "small-octants", make_small_octants, NULL },
  { "heat-map", make_heat_map, NULL },
  { "trend", make_trend, NULL },
  { "spread", make_spread, NULL },
  { "resiliences", make_resiliences, NULL },
  { "success", NULL, oct_plan_picture_success },
  { "rating-strip", NULL, oct_plan_picture_strip },
  { "rating-flow", NULL, oct_plan_picture_flow },
  { "green-share", NULL, oct_plan_picture_share },
  { "milestones", NULL, oct_plan_picture_milestones },
  { "risks", NULL, oct_plan_picture_risks },
  { "lasting", NULL, oct_plan_picture_lasting },
  { "timeline", NULL, oct_plan_picture_timeline },
  { "support-network", NULL, make_support_network },
  { "practices", NULL, make_practices },
  { "line-of-sight", NULL, make_line_of_sight },
};

static OctChart *
make_chart (const Wanted *wanted, guint index)
{
  return charts[index].make != NULL ? charts[index].make (wanted)
                                    : make_progress (wanted, charts[index].of_plans);
}

/* Options. */

static gboolean
find_chart (const char *name, guint *index)
{
  for (*index = 0; *index < G_N_ELEMENTS (charts); (*index)++)
    if (g_str_equal (charts[*index].name, name))
      return TRUE;

  return FALSE;
}

static gboolean
find_theme (const char *name, OctChartFormat format, OctThemeKind *kind)
{
  if (name == NULL)
    {
      *kind = format == OCT_CHART_FORMAT_PDF ? OCT_THEME_PRINT : OCT_THEME_LIGHT;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (themes[i].name, name))
      {
        *kind = themes[i].kind;
        return TRUE;
      }

  return FALSE;
}

static gboolean
take_size (double *width, double *height)
{
  guint64 w;
  guint64 h;
  g_auto (GStrv) parts = NULL;

  *width = DEFAULT_WIDTH;
  *height = 0;
  if (opt_size == NULL)
    return TRUE;
  parts = g_strsplit (opt_size, "x", 2);
  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 100, MAX_SIZE, &w, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 100, MAX_SIZE, &h, NULL))
    return FALSE;
  *width = (double) w;
  *height = (double) h;

  return TRUE;
}

/* The school and element that the options name, in the workspace that is open. */
static int
take_subject (Wanted *wanted)
{
  OctFramework *framework = oct_assessment_get_framework (wanted->assessment);
  const OctOwnSchool *school;
  guint32 number;

  if (opt_element != NULL)
    {
      if (!oct_cli_parse_number (wanted->cli, opt_element, _("number of an element"), &number))
        return OCT_CLI_USAGE;
      if (number > OCT_N_ELEMENTS)
        return oct_cli_usage (wanted->cli, _("There are %d elements, numbered from 1."),
                              OCT_N_ELEMENTS);
      wanted->element = oct_framework_get_element (framework, number)->key;
    }
  if (opt_school == NULL)
    return OCT_CLI_DONE;
  if (!oct_cli_parse_number (wanted->cli, opt_school, "URN", &number))
    return OCT_CLI_USAGE;
  school = oct_assessment_find_urn (wanted->assessment, number);
  if (school == NULL)
    {
      /* Translators: %s is a URN. */
      oct_cli_warn (_("The trust has no school with the URN %s."), opt_school);
      return OCT_CLI_FAILED;
    }
  wanted->school_id = school->id;

  return OCT_CLI_DONE;
}

/* Drawing. */

static GBytes *
render (OctChart *chart, OctChartFormat format, OctThemeKind kind, GError **error)
{
  OctChartTheme theme;
  double width;
  double height;

  oct_chart_theme_init (&theme, kind, 1, NULL);
  take_size (&width, &height);
  if (height <= 0)
    height = oct_chart_natural_height (chart, width - 2 * OCT_CHART_MARGIN, &theme);
  height = height > 0 ? height + (opt_size == NULL ? 2 * OCT_CHART_MARGIN : 0) : DEFAULT_HEIGHT;

  return oct_chart_render (chart, format, width, height, SCALE, &theme, error);
}

static int
draw_gallery (const Wanted *wanted)
{
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (opt_gallery, 0777) != 0)
    {
      oct_cli_warn ("%s: %s", opt_gallery, g_strerror (errno));
      return OCT_CLI_FAILED;
    }
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr (OctChart) chart = make_chart (wanted, i);

      for (guint t = 0; chart != NULL && t < G_N_ELEMENTS (themes); t++)
        {
          g_autofree char *name = g_strdup_printf ("%s-%s.png", charts[i].name, themes[t].name);
          g_autofree char *path = g_build_filename (opt_gallery, name, NULL);
          g_autoptr (GBytes) picture = render (chart, OCT_CHART_FORMAT_PNG, themes[t].kind, &error);

          if (picture == NULL || !oct_cli_save (path, picture, &error))
            return oct_cli_fail (error);
          oct_cli_print ("%s\n", name);
        }
      if (chart == NULL)
        return OCT_CLI_FAILED;
    }

  return OCT_CLI_DONE;
}

/* Said on stdout unless the picture itself is there. */
static void
print_answer (OctCli *cli, OctChart *chart)
{
  g_autofree char *sentence = oct_chart_describe (chart);
  g_autofree char *shown = g_filename_display_name (opt_out);
  g_autoptr (JsonBuilder) builder = NULL;

  if (g_str_equal (opt_out, "-"))
    return;
  if (cli->format != OCT_CLI_JSON)
    {
      /* Translators: the name of a file. */
      oct_cli_print (_("Saved %s\n"), shown);
      oct_cli_print ("%s\n", sentence);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  oct_cli_add_text (builder, "file", shown);
  oct_cli_add_text (builder, "title", oct_chart_get_title (chart));
  oct_cli_add_text (builder, "description", sentence);
  json_builder_end_object (builder);
  oct_cli_print_builder (builder);
}

static int
draw_chart (const Wanted *wanted, guint index, OctChartFormat format, OctThemeKind theme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctChart) chart = make_chart (wanted, index);
  g_autoptr (GBytes) picture = NULL;

  if (chart == NULL)
    return OCT_CLI_FAILED;
  picture = render (chart, format, theme, &error);
  if (picture == NULL || !oct_cli_save (opt_out, picture, &error))
    return oct_cli_fail (error);
  print_answer (wanted->cli, chart);

  return OCT_CLI_DONE;
}

/* What can be told before anything is opened. */
static int
check_options (OctCli *cli, guint *index, OctChartFormat *format, OctThemeKind *theme)
{
  double width;
  double height;

  if (!take_size (&width, &height))
    return oct_cli_usage (cli, _("“%s” is not a size. Write it as 960x720."), opt_size);
  *format = OCT_CHART_FORMAT_PNG;
  if (opt_gallery != NULL)
    return OCT_CLI_DONE;
  if (cli->arguments[0] == NULL)
    return oct_cli_usage (cli, _("%s is missing."), "NAME");
  if (!find_chart (cli->arguments[0], index))
    return oct_cli_usage (
      cli,
      _("“%s” is not a chart. Charts are octant, small-octants, heat-map, "
        "trend, spread, resiliences, success, rating-strip, rating-flow, "
        "green-share, milestones, risks, lasting, timeline, support-network, practices "
        "and line-of-sight."),
      cli->arguments[0]);
  if (opt_out == NULL)
    return oct_cli_usage (cli, _("%s is missing."), "--out FILE");
  if (!g_str_equal (opt_out, "-") && !oct_chart_format_from_path (opt_out, format))
    return oct_cli_usage (cli, _("A picture’s file ends in .png, .svg or .pdf."));
  if (!find_theme (opt_theme, *format, theme))
    return oct_cli_usage (cli, _("“%s” is not a theme: light, dark, print or contrast."),
                          opt_theme);

  return OCT_CLI_DONE;
}

static int
run (OctCli *cli)
{
  Wanted wanted = { .cli = cli };
  OctChartFormat format;
  OctThemeKind theme = OCT_THEME_LIGHT;
  guint index = 0;
  int status = check_options (cli, &index, &format, &theme);

  if (status != OCT_CLI_DONE)
    return status;
  wanted.assessment = oct_cli_open_workspace (cli, opt_workspace, opt_cycle, &status);
  if (wanted.assessment == NULL)
    return status;
  status = take_subject (&wanted);
  if (status != OCT_CLI_DONE)
    return status;

  return opt_gallery != NULL ? draw_gallery (&wanted) : draw_chart (&wanted, index, format, theme);
}

const OctCliCommand oct_cli_chart = {
  .name = "chart",
  .arguments = N_("NAME"),
  .max_arguments = 1,
  .summary = N_("Draw a picture of the eight elements or of progress"),
  .description = N_(
    "Charts of the elements are octant, small-octants, heat-map, trend, spread and "
    "resiliences; of plans success, rating-strip, rating-flow, green-share, "
    "milestones, risks, lasting, timeline, support-network, practices and line-of-sight."),
  .options = options,
  .run = run,
};
