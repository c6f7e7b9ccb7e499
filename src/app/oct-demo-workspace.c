/* The demonstration's workspace: three cycles of judgements, written from a short table.
 *
 * data/demo/workspace.json holds for each school and cycle its stages as digits, and reasons only
 * where something changed; the rest is carried forward as a person would. All of it goes through
 * the store's named edits, dated by the cycle, so that history, undo and the pictures have what
 * they would have after three terms of work. It is written under another name and given its own
 * once it is whole.
 */
#include "oct-demo-workspace.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "oct-commands.h"
#include "oct-demo-private.h"
#include "oct-demo.h"
#include "oct-error.h"
#include "oct-folder.h"
#include "oct-framework-file.h"
#include "oct-json.h"
#include "oct-session-private.h"
#include "oct-workbench-private.h"
#include "oct-workspace-evidence.h"

#define FILE_NAME "workspace.json"
#define PLANS_FILE_NAME "plans.json"
#define MAX_BYTES (256 * 1024)
/* Where it is written before it has its name. */
#define PART_FOLDER ".demo"

static void
demo_clear (OctDemo *demo)
{
  g_clear_object (&demo->workspace);
  g_clear_pointer (&demo->people, g_hash_table_unref);
  g_clear_pointer (&demo->school_ids, g_hash_table_unref);
  g_clear_pointer (&demo->carried, g_hash_table_unref);
  g_clear_pointer (&demo->record_ids, g_hash_table_unref);
  g_clear_pointer (&demo->framework_id, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctDemo, demo_clear)

/* Who, which and why, before the first cycle. */

static gboolean
put_people (OctDemo *demo, JsonArray *people, OctDate day, GError **error)
{
  for (guint i = 0; i < oct_demo_count (people); i++)
    {
      JsonObject *entry = json_array_get_object_element (people, i);
      const OctPerson person = { .name = (char *) "",
                                 .post = (char *) oct_demo_get_text (entry, "post") };
      g_autofree char *sentence = g_strdup_printf (_("Added the post %s"), person.post);
      g_autofree char *id = NULL;
      const OctEditInfo info = { .person_id = oct_demo_get_person (demo, "education"),
                                 .sentence = sentence,
                                 .location = "our-trust",
                                 .at = oct_demo_next_time (demo, day) };

      if (!oct_workspace_put_person (demo->workspace, &info, &person, &id, error))
        return FALSE;
      g_hash_table_insert (demo->people, g_strdup (oct_demo_get_text (entry, "key")),
                           g_steal_pointer (&id));
    }

  return TRUE;
}

/* What the release before said of a school, which is what the trust accepted when it began. */
static void
take_accepted (OctDemo *demo, OctOwnSchool *school)
{
  JsonArray *list = oct_demo_get_list (demo->data, "accepted-schools");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);

      if (oct_demo_get_urn (entry) != school->urn)
        continue;
      school->as_at = oct_demo_get_date (demo->data, "accepted");
      school->pupils = (gint32) json_object_get_int_member_with_default (entry, "pupils",
                                                                         school->pupils);
      school->capacity = (gint32) json_object_get_int_member_with_default (entry, "capacity",
                                                                           school->capacity);
      if (json_object_has_member (entry, "fsm"))
        school->fsm_tenths = (gint32) (json_object_get_double_member (entry, "fsm") * 10.0 + 0.5);
      if (oct_demo_get_text (entry, "name") != NULL)
        oct_demo_set (&school->name, oct_demo_get_text (entry, "name"));
    }
}

static GPtrArray *
make_accepted_schools (OctDemo *demo)
{
  GPtrArray *schools = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_own_school_free);

  for (guint i = 0; i < demo->schools->len; i++)
    {
      OctOwnSchool *school = oct_own_school_copy (g_ptr_array_index (demo->schools, i));

      take_accepted (demo, school);
      g_ptr_array_add (schools, school);
    }

  return schools;
}

static gboolean
put_trust (OctDemo *demo, OctEditInfo *info, OctDate day, GError **error)
{
  g_autoptr (GPtrArray) schools = make_accepted_schools (demo);
  OctOwnTrust trust = *demo->trust;

  trust.purpose = (char *) oct_demo_get_text (demo->data, "purpose");
  trust.as_at = oct_demo_get_date (demo->data, "accepted");
  info->sentence = _("Chose the trust");
  info->at = oct_demo_next_time (demo, day);
  if (!oct_workspace_set_trust (demo->workspace, info, &trust, error))
    return FALSE;
  info->sentence = _("Added the trust’s schools");
  info->at = oct_demo_next_time (demo, day);

  return oct_workspace_put_schools (demo->workspace, info, schools, error);
}

static gboolean
put_framework (OctDemo *demo, OctEditInfo *info, OctDate day, GError **error)
{
  g_autoptr (OctFramework) framework = oct_framework_file_load_built_in (error);
  g_autofree char *content = framework != NULL ? oct_framework_file_format (framework) : NULL;

  info->sentence = _("Began with the framework of the eight elements");
  info->at = oct_demo_next_time (demo, day);

  return content != NULL
         && oct_workspace_add_framework (demo->workspace, info, oct_framework_get_key (framework),
                                         (guint) oct_framework_get_version (framework), content,
                                         &demo->framework_id, error);
}

/* "improvement" or, for one of its aspects, "improvement curriculum". */
static GPtrArray *
read_maps (JsonObject *entry)
{
  GPtrArray *maps = oct_lens_maps_new ();
  JsonArray *places = oct_demo_get_list (entry, "maps");

  for (guint i = 0; i < oct_demo_count (places); i++)
    {
      g_auto (GStrv) keys = g_strsplit (json_array_get_string_element (places, i), " ", 2);

      oct_lens_maps_add (maps, keys[0], keys[1]);
    }

  return maps;
}

static gboolean
put_pillars (OctDemo *demo, OctEditInfo *info, OctDate day, GError **error)
{
  JsonArray *pillars = oct_demo_get_list (demo->data, "pillars");

  for (guint i = 0; i < oct_demo_count (pillars); i++)
    {
      JsonObject *entry = json_array_get_object_element (pillars, i);
      g_autoptr (GPtrArray) maps = read_maps (entry);
      const OctPillar pillar = { .name = (char *) oct_demo_get_text (entry, "name"),
                                 .text = (char *) oct_demo_get_text (entry, "text"),
                                 .maps = maps };
      /* Translators: %s is the name of a pillar of the strategy. */
      g_autofree char *sentence = g_strdup_printf (_("Added the pillar %s"), pillar.name);

      info->sentence = sentence;
      info->at = oct_demo_next_time (demo, day);
      if (!oct_workspace_put_pillar (demo->workspace, info, &pillar, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_schools (OctDemo *demo, GError **error)
{
  g_autoptr (GPtrArray) schools = oct_workspace_read_schools (demo->workspace, FALSE, error);

  for (guint i = 0; schools != NULL && i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      g_hash_table_insert (demo->school_ids, GUINT_TO_POINTER (school->urn), g_strdup (school->id));
    }

  return schools != NULL;
}

static gboolean
put_targets (OctDemo *demo, OctEditInfo *info, OctDate day, GError **error)
{
  JsonArray *targets = oct_demo_get_list (demo->data, "targets");

  for (guint i = 0; i < oct_demo_count (targets); i++)
    {
      JsonObject *entry = json_array_get_object_element (targets, i);
      const OctTarget target = {
        .school_id = (char *) oct_demo_get_school_id (demo, oct_demo_get_urn (entry)),
        .element = (char *) oct_demo_get_text (entry, "element"),
        .stage = (char *) oct_demo_get_text (entry, "stage"),
        .due = oct_demo_get_date (entry, "due")
      };

      info->sentence = _("Set a target");
      info->subject = target.school_id;
      info->at = oct_demo_next_time (demo, day);
      if (!oct_workspace_put_target (demo->workspace, info, &target, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
begin (OctDemo *demo, GError **error)
{
  OctDate day = oct_demo_get_date (demo->data, "began");
  OctEditInfo info = { .location = "our-trust" };

  if (!put_people (demo, oct_demo_get_list (demo->data, "people"), day, error)
      || !put_people (demo, oct_demo_get_list (demo->plans, "people"), day, error))
    return FALSE;
  info.person_id = oct_demo_get_person (demo, "education");

  return put_trust (demo, &info, day, error) && put_framework (demo, &info, day, error)
         && put_pillars (demo, &info, day, error) && find_schools (demo, error)
         && put_targets (demo, &info, day, error) && oct_demo_take_over_plans (demo, day, error);
}

/* Evidence. */

static OctEvidence *
make_evidence (OctDemo *demo, JsonObject *entry, const char *cycle_id)
{
  JsonArray *places = oct_demo_get_list (entry, "at");
  OctEvidenceKind kind = OCT_EVIDENCE_NOTE;
  OctEvidence *evidence;

  oct_evidence_kind_from_key (oct_demo_get_text (entry, "kind"), &kind);
  evidence = oct_evidence_new (kind, oct_demo_get_text (entry, "name"));
  oct_demo_set (&evidence->text, oct_demo_get_text (entry, "text"));
  if (oct_demo_get_text (entry, "url") != NULL)
    oct_demo_set (&evidence->url, oct_demo_get_text (entry, "url"));
  oct_demo_set (&evidence->person_id,
                oct_demo_get_person (demo, oct_demo_get_text (entry, "person")));
  evidence->dated = oct_demo_get_date (entry, "dated");
  for (guint i = 0; i < oct_demo_count (places); i++)
    {
      JsonObject *place = json_array_get_object_element (places, i);

      g_ptr_array_add (
        evidence->links,
        oct_evidence_link_new (cycle_id, oct_demo_get_school_id (demo, oct_demo_get_urn (place)),
                               oct_demo_get_text (place, "element"),
                               oct_demo_get_text (place, "aspect")));
    }

  return evidence;
}

static gboolean
put_evidence (OctDemo *demo, JsonObject *cycle, const char *cycle_id, GError **error)
{
  JsonArray *list = oct_demo_get_list (demo->data, "evidence");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);
      g_autoptr (OctEvidence) evidence = NULL;
      g_autofree char *sentence = NULL;
      OctEditInfo info = { .location = "our-trust" };

      if (g_strcmp0 (oct_demo_get_text (entry, "cycle"), oct_demo_get_text (cycle, "key")) != 0)
        continue;
      evidence = make_evidence (demo, entry, cycle_id);
      evidence->added_at = info.at = oct_demo_next_time (demo, oct_demo_get_date (cycle, "judged"));
      /* Translators: %s is the name of a piece of evidence. */
      sentence = g_strdup_printf (_("Added the evidence %s"), evidence->name);
      info.sentence = sentence;
      info.person_id = evidence->person_id;
      if (!oct_workspace_put_evidence (demo->workspace, &info, evidence, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* Cycles. */

static OctCycle *
make_cycle (OctDemo *demo, JsonObject *entry)
{
  g_autoptr (GStrvBuilder) focus = g_strv_builder_new ();
  JsonArray *list = oct_demo_get_list (entry, "focus");
  OctCycle *cycle = g_new0 (OctCycle, 1);

  for (guint i = 0; i < oct_demo_count (list); i++)
    g_strv_builder_add (focus, oct_demo_get_entry (list, i));
  cycle->name = g_strdup (oct_demo_get_text (entry, "name"));
  cycle->kind = OCT_CYCLE_TERM;
  cycle->starts = oct_demo_get_date (entry, "starts");
  cycle->ends = oct_demo_get_date (entry, "ends");
  cycle->framework_id = g_strdup (demo->framework_id);
  cycle->focus = g_strv_builder_end (focus);

  return cycle;
}

static gboolean
put_cycle (OctDemo *demo, OctCycle *cycle, OctDate day, GError **error)
{
  g_autofree char *sentence = g_strdup_printf (
    /* Translators: %s is a cycle: "Autumn 2026". */
    cycle->closed ? _("Closed %s") : _("Began %s"), cycle->name);
  const OctEditInfo info = { .person_id = oct_demo_get_person (demo, "education"),
                             .sentence = sentence,
                             .location = "our-trust",
                             .at = oct_demo_next_time (demo, day) };

  return oct_workspace_put_cycle (demo->workspace, &info, cycle,
                                  cycle->id == NULL ? &cycle->id : NULL, error);
}

static gboolean
judge_cycle (OctDemo *demo, JsonObject *entry, const char *cycle_id, GError **error)
{
  JsonArray *schools = oct_demo_get_list (demo->data, "schools");
  OctDemoPlace place = { .cycle = entry, .cycle_id = cycle_id, .view = OCT_VIEW_OWN };

  for (guint i = 0; i < oct_demo_count (schools); i++)
    {
      place.subject = json_array_get_object_element (schools, i);
      place.urn = oct_demo_get_urn (place.subject);
      if (!oct_demo_judge (demo, &place, error))
        return FALSE;
    }
  place.subject = json_object_get_object_member (demo->data, "trust");
  place.urn = 0;

  return oct_demo_judge (demo, &place, error) && put_evidence (demo, entry, cycle_id, error)
         && oct_demo_moderate (demo, place, TRUE, error)
         && oct_demo_moderate (demo, place, FALSE, error);
}

static gboolean
fill (OctDemo *demo, GError **error)
{
  JsonArray *cycles = oct_demo_get_list (demo->data, "cycles");

  if (!begin (demo, error))
    return FALSE;
  for (guint i = 0; i < oct_demo_count (cycles); i++)
    {
      JsonObject *entry = json_array_get_object_element (cycles, i);
      g_autoptr (OctCycle) cycle = make_cycle (demo, entry);
      OctDate closed = oct_demo_get_date (entry, "closed");

      if (!put_cycle (demo, cycle, MAX (cycle->starts, demo->day), error)
          || !judge_cycle (demo, entry, cycle->id, error)
          || !oct_demo_review_plans (demo, cycle->ends, closed != OCT_DATE_UNKNOWN, error))
        return FALSE;
      cycle->closed = closed != OCT_DATE_UNKNOWN;
      if (cycle->closed && !put_cycle (demo, cycle, closed, error))
        return FALSE;
    }

  return oct_demo_put_knowledge (demo, error);
}

static JsonNode *
read_table (const char *name, GError **error)
{
  g_autofree char *folder = oct_demo_find_folder ();
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  if (path == NULL || !g_file_get_contents (path, &text, &length, NULL))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                   _("The files of the demonstration trust are missing from this installation. "
                     "Install Octant again to get them back."));
      return NULL;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);

  return oct_json_parse (bytes, MAX_BYTES, error);
}

/**
 * oct_demo_workspace_write:
 * @path: a file that is not there yet
 * @trust: the demonstration trust, as the register has it
 * @schools: (element-type OctOwnSchool): its schools
 * @person_id: (out) (transfer full): in whose name one works in it
 * @error: return location for an error
 *
 * Writes the demonstration's workspace.
 *
 * Returns: whether it is there; else %OCT_ERROR_NOT_FOUND where its table is missing, or what the
 *   store refused
 */
gboolean
oct_demo_workspace_write (const char *path, const OctOwnTrust *trust, GPtrArray *schools,
                          char **person_id, GError **error)
{
  g_autoptr (JsonNode) table = read_table (FILE_NAME, error);
  g_autoptr (JsonNode) plans = table != NULL ? read_table (PLANS_FILE_NAME, error) : NULL;
  g_auto (OctDemo) demo = { .trust = trust, .schools = schools };

  if (plans == NULL)
    return FALSE;
  demo.data = json_node_get_object (table);
  demo.plans = json_node_get_object (plans);
  demo.record_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  demo.people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  demo.school_ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  demo.carried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) oct_judgement_free);
  demo.workspace = oct_workspace_open (path, OCT_WORKSPACE_CREATE, error);
  if (demo.workspace == NULL || !fill (&demo, error))
    return FALSE;
  *person_id = g_strdup (oct_demo_get_person (&demo, "education"));

  return TRUE;
}

/* Opening it, the first time on the workbench's thread. */

typedef struct
{
  OctWorkbench *workbench;
  char *folder;
  char *name;
  OctOwnTrust *trust;
  GPtrArray *schools;
  char *person_id;
} FirstTime;

static void
first_time_free (FirstTime *first)
{
  g_object_unref (first->workbench);
  oct_own_trust_free (first->trust);
  g_ptr_array_unref (first->schools);
  g_free (first->folder);
  g_free (first->name);
  g_free (first->person_id);
  g_free (first);
}

/* Opening tells why there is none, should this fail. */
static void
run_write (gpointer data)
{
  FirstTime *first = data;
  g_autofree char *part_folder = g_build_filename (first->folder, PART_FOLDER, NULL);
  g_autofree char *file = g_strconcat (first->name, OCT_WORKSPACE_SUFFIX, NULL);
  g_autofree char *part = g_build_filename (part_folder, file, NULL);
  g_autofree char *path = g_build_filename (first->folder, file, NULL);
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  oct_folder_remove (part_folder);
  if (g_mkdir_with_parents (part_folder, 0700) == 0
      && oct_demo_workspace_write (part, first->trust, first->schools, &first->person_id, &error))
    g_rename (part, path);
  if (error != NULL)
    g_info ("The demonstration's workspace could not be written: %s", error->message);
  oct_folder_remove (part_folder);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FirstTime *first = user_data;

  if (oct_workbench_open_finish (OCT_WORKBENCH (source), result, NULL) && first->person_id != NULL)
    oct_workbench_set_person_id (first->workbench, first->person_id);
  first_time_free (first);
}

/*
 * oct_demo_workspace_open:
 * @session: the demonstration, with its register
 *
 * Opens the demonstration's workspace, and has it written first where there is none.
 */
void
oct_demo_workspace_open (OctSession *session)
{
  OctWorkbench *workbench = oct_session_get_workbench (session);
  g_autoptr (OctOwnTrust) trust = NULL;
  g_autoptr (GPtrArray) schools = NULL;
  FirstTime *first;

  trust = oct_make_own_trust (session, OCT_DEMO_TRUST_UID, &schools, NULL);
  if (trust == NULL)
    return;
  first = g_new0 (FirstTime, 1);
  first->workbench = g_object_ref (workbench);
  first->folder = oct_workbench_get_folder (workbench);
  first->name = g_strdup (trust->name);
  first->trust = g_steal_pointer (&trust);
  first->schools = g_steal_pointer (&schools);
  oct_worker_push (oct_workbench_get_worker (workbench), run_write, first);
  oct_workbench_open_async (workbench, first->name, NULL, opened_cb, first);
}
