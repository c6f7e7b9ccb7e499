/* octant element: where the trust and its schools stand in each of the eight elements.
 *
 * JSON has the keys of stages, which stay when a framework's words are changed; the table has
 * their names. What is not judged is null.
 */
#include <glib/gi18n.h>

#include "oct-cli-records.h"
#include "oct-cli-table.h"
#include "oct-cli-workspace.h"

static char *opt_workspace;
static char *opt_cycle;

static const GOptionEntry options[] = {
  OCT_CLI_WORKSPACE_OPTION (&opt_workspace),
  { "cycle", 'c', 0, G_OPTION_ARG_STRING, &opt_cycle,
    N_("The cycle, by its name; the latest where it is left out"), N_("NAME") },
  { NULL },
};

/* The stage's key where the judgement is finished. */
static const char *
get_stage (const OctJudgement *judgement)
{
  return judgement != NULL && judgement->final ? judgement->stage : NULL;
}

static const char *
find_stage (OctAssessment *assessment, const char *school_id, const OctElement *element,
            OctJudgementView view)
{
  return get_stage (
    oct_assessment_find (assessment, OCT_WHEN_NOW, school_id, element->key, NULL, view));
}

static const char *
find_confidence (OctAssessment *assessment, const OctElement *element)
{
  const OctJudgement *shown = oct_assessment_find_shown (assessment, OCT_WHEN_NOW, NULL,
                                                         element->key);

  return shown != NULL && shown->confidence != OCT_CONFIDENCE_NONE
           ? oct_confidence_to_key (shown->confidence)
           : NULL;
}

static void
add_trust (JsonBuilder *builder, OctAssessment *assessment, const OctElement *element)
{
  const OctTarget *target = oct_assessment_find_target (assessment, NULL, element->key);

  json_builder_set_member_name (builder, "trust");
  json_builder_begin_object (builder);
  oct_cli_add_text (builder, "own", find_stage (assessment, NULL, element, OCT_VIEW_OWN));
  oct_cli_add_text (builder, "moderated",
                    find_stage (assessment, NULL, element, OCT_VIEW_MODERATED));
  oct_cli_add_text (builder, "previous",
                    get_stage (
                      oct_assessment_find_shown (assessment, OCT_WHEN_BEFORE, NULL, element->key)));
  oct_cli_add_text (builder, "target", target != NULL ? target->stage : NULL);
  oct_cli_add_text (builder, "confidence", find_confidence (assessment, element));
  json_builder_end_object (builder);
}

static void
add_schools (JsonBuilder *builder, OctAssessment *assessment, const OctElement *element)
{
  GPtrArray *schools = oct_assessment_get_schools (assessment);

  json_builder_set_member_name (builder, "schools");
  json_builder_begin_array (builder);
  for (guint i = 0; oct_element_is_asked_of (element, TRUE) && i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      json_builder_begin_object (builder);
      oct_cli_add_number (builder, "urn", school->urn != 0 ? (gint64) school->urn : -1);
      oct_cli_add_text (builder, "name", school->name);
      oct_cli_add_text (builder, "own", find_stage (assessment, school->id, element, OCT_VIEW_OWN));
      oct_cli_add_text (builder, "moderated",
                        find_stage (assessment, school->id, element, OCT_VIEW_MODERATED));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_element (JsonBuilder *builder, OctAssessment *assessment, const OctElement *element)
{
  json_builder_begin_object (builder);
  oct_cli_add_number (builder, "number", element->number);
  oct_cli_add_text (builder, "name", element->name);
  oct_cli_add_text (builder, "short_name", element->short_name);
  add_trust (builder, assessment, element);
  add_schools (builder, assessment, element);
  json_builder_end_object (builder);
}

static void
print_json (OctAssessment *assessment, const OctElement *chosen)
{
  GPtrArray *elements = oct_framework_get_elements (oct_assessment_get_framework (assessment));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (chosen != NULL)
    add_element (builder, assessment, chosen);
  else
    {
      json_builder_begin_array (builder);
      for (guint i = 0; i < elements->len; i++)
        add_element (builder, assessment, g_ptr_array_index (elements, i));
      json_builder_end_array (builder);
    }
  oct_cli_print_builder (builder);
}

/* The table. */

static const char *
name_stage (OctAssessment *assessment, const char *key)
{
  OctFramework *framework = oct_assessment_get_framework (assessment);

  return key != NULL
           ? oct_framework_stage_name (framework, oct_framework_find_stage (framework, key))
           : _("not judged");
}

static void
print_elements (OctAssessment *assessment)
{
  GPtrArray *elements = oct_framework_get_elements (oct_assessment_get_framework (assessment));
  g_autoptr (OctCliTable) table = oct_cli_table_new ();

  oct_cli_table_add_column (table, "", OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("Element"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("Own view"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Moderated"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Cycle before"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Target"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Confidence"), OCT_CLI_LEFT);
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      const OctJudgement *shown = oct_assessment_find_shown (assessment, OCT_WHEN_NOW, NULL,
                                                             element->key);
      const OctTarget *target = oct_assessment_find_target (assessment, NULL, element->key);

      oct_cli_table_take (table, g_strdup_printf ("%u", element->number));
      oct_cli_table_add (table, element->short_name);
      oct_cli_table_add (table, name_stage (assessment,
                                            find_stage (assessment, NULL, element, OCT_VIEW_OWN)));
      oct_cli_table_add (
        table, name_stage (assessment, find_stage (assessment, NULL, element, OCT_VIEW_MODERATED)));
      oct_cli_table_add (table, name_stage (assessment,
                                            get_stage (oct_assessment_find_shown (
                                              assessment, OCT_WHEN_BEFORE, NULL, element->key))));
      oct_cli_table_add (table, target != NULL ? name_stage (assessment, target->stage) : "");
      oct_cli_table_add (table, shown != NULL ? oct_confidence_to_text (shown->confidence) : "");
    }
  oct_cli_table_print (table);
}

static void
print_schools (OctAssessment *assessment, const OctElement *element)
{
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  g_autoptr (OctCliTable) table = oct_cli_table_new ();

  oct_cli_table_add_column (table, _("URN"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("School"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("Own view"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Moderated"), OCT_CLI_LEFT);
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      oct_cli_table_take (table,
                          school->urn != 0 ? g_strdup_printf ("%u", school->urn) : g_strdup (""));
      oct_cli_table_add (table, school->name);
      oct_cli_table_add (
        table, name_stage (assessment, find_stage (assessment, school->id, element, OCT_VIEW_OWN)));
      oct_cli_table_add (table, name_stage (assessment, find_stage (assessment, school->id, element,
                                                                    OCT_VIEW_MODERATED)));
    }
  oct_cli_table_print (table);
}

static void
print_element (OctAssessment *assessment, const OctElement *element)
{
  const OctJudgement *shown = oct_assessment_find_shown (assessment, OCT_WHEN_NOW, NULL,
                                                         element->key);
  const OctTarget *target = oct_assessment_find_target (assessment, NULL, element->key);

  oct_cli_print ("%u  %s\n", element->number, element->name);
  /* Translators: %s is a stage. */
  oct_cli_print (_("Own view: %s\n"),
                 name_stage (assessment, find_stage (assessment, NULL, element, OCT_VIEW_OWN)));
  /* Translators: %s is a stage. */
  oct_cli_print (_("Moderated: %s\n"),
                 name_stage (assessment,
                             find_stage (assessment, NULL, element, OCT_VIEW_MODERATED)));
  /* Translators: %s is a stage. */
  oct_cli_print (_("Cycle before: %s\n"),
                 name_stage (assessment, get_stage (oct_assessment_find_shown (
                                           assessment, OCT_WHEN_BEFORE, NULL, element->key))));
  if (target != NULL)
    /* Translators: %s is a stage. */
    oct_cli_print (_("Target: %s\n"), name_stage (assessment, target->stage));
  if (shown != NULL)
    oct_cli_print ("%s\n", shown->reason);
  if (!oct_element_is_asked_of (element, TRUE))
    return;
  oct_cli_print ("\n");
  print_schools (assessment, element);
}

static void
print_cycle (OctAssessment *assessment)
{
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);

  oct_cli_print ("%s · %s\n\n", oct_assessment_get_trust (assessment)->name,
                 cycle != NULL ? cycle->name : _("no cycle yet"));
}

static int
run (OctCli *cli)
{
  const OctElement *element = NULL;
  OctAssessment *assessment;
  guint32 number = 0;
  int status;

  if (cli->arguments[0] != NULL
      && !oct_cli_parse_number (cli, cli->arguments[0], _("number of an element"), &number))
    return OCT_CLI_USAGE;
  if (number > OCT_N_ELEMENTS)
    return oct_cli_usage (cli, _("There are %d elements, numbered from 1."), OCT_N_ELEMENTS);
  assessment = oct_cli_open_workspace (cli, opt_workspace, opt_cycle, &status);
  if (assessment == NULL)
    return status;
  if (number > 0)
    element = oct_framework_get_element (oct_assessment_get_framework (assessment), number);
  if (cli->format == OCT_CLI_JSON)
    {
      print_json (assessment, element);
      return OCT_CLI_DONE;
    }
  print_cycle (assessment);
  if (element != NULL)
    print_element (assessment, element);
  else
    print_elements (assessment);

  return OCT_CLI_DONE;
}

const OctCliCommand oct_cli_element = {
  .name = "element",
  .arguments = N_("[NUMBER]"),
  .max_arguments = 1,
  .summary = N_("Show where the trust and its schools stand in the eight elements, or in one"),
  .options = options,
  .run = run,
};
