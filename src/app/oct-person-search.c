/* From places in tables to places that a person can read; see the header.
 *
 * Runs on the worker's thread, after the store has found the places. What they belong to is read
 * once: judgements and evidence whole, an edit when a place of history asks for it.
 */
#include "oct-person-search.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-found-record.h"
#include "oct-name-pattern.h"
#include "oct-workspace-evidence.h"
#include "oct-workspace-records.h"

/* Bytes of a long text that are shown before the name and after it. */
#define EXCERPT_BEFORE 60
#define EXCERPT_AFTER 140

typedef struct
{
  OctWorkspace *workspace;
  OctAssessment *assessment;
  const OctNamePattern *pattern;
  const char *person_id;
  GHashTable *schools;    /* names by id, those that left too */
  GHashTable *judgements; /* OctJudgement by id */
  GHashTable *evidence;   /* OctEvidence by id */
  GHashTable *edits;      /* OctEditRecord by number */
  OctPlanBook *book;
} Words;

static void
found_place_free (gpointer data)
{
  OctFoundPlace *place = data;

  g_free (place->where);
  g_free (place->field);
  g_free (place->text);
  g_free (place->excerpt);
  g_free (place->location);
  g_free (place->cycle_id);
  g_free (place->evidence_id);
  g_free (place);
}

/**
 * oct_found_person_free:
 * @found: (transfer full): what was found
 */
void
oct_found_person_free (OctFoundPerson *found)
{
  g_free (found->person_id);
  g_strfreev (found->names);
  g_ptr_array_unref (found->places);
  g_free (found);
}

/* --- reading what the places belong to --- */

static void
words_clear (Words *words)
{
  g_clear_pointer (&words->schools, g_hash_table_unref);
  g_clear_pointer (&words->judgements, g_hash_table_unref);
  g_clear_pointer (&words->evidence, g_hash_table_unref);
  g_clear_pointer (&words->edits, g_hash_table_unref);
  g_clear_object (&words->book);
}

static gboolean
read_schools (Words *words, GError **error)
{
  g_autoptr (GPtrArray) schools = oct_workspace_read_schools (words->workspace, TRUE, error);

  words->schools = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; schools != NULL && i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      g_hash_table_insert (words->schools, g_strdup (school->id), g_strdup (school->name));
    }

  return schools != NULL;
}

static gboolean
read_judgements (Words *words, GError **error)
{
  const OctJudgementFilter filter = { .with_aspects = TRUE };
  g_autoptr (GPtrArray) judgements = oct_workspace_read_judgements (words->workspace, &filter,
                                                                    error);

  words->judgements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) oct_judgement_free);
  if (judgements == NULL)
    return FALSE;
  g_ptr_array_set_free_func (judgements, NULL);
  for (guint i = 0; i < judgements->len; i++)
    {
      OctJudgement *judgement = g_ptr_array_index (judgements, i);

      g_hash_table_insert (words->judgements, judgement->id, judgement);
    }

  return TRUE;
}

static gboolean
read_evidence (Words *words, GError **error)
{
  const OctEvidenceFilter filter = { 0 };
  g_autoptr (GPtrArray) evidence = oct_workspace_read_evidence (words->workspace, &filter, error);

  words->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) oct_evidence_free);
  if (evidence == NULL)
    return FALSE;
  g_ptr_array_set_free_func (evidence, NULL);
  for (guint i = 0; i < evidence->len; i++)
    {
      OctEvidence *one = g_ptr_array_index (evidence, i);

      g_hash_table_insert (words->evidence, one->id, one);
    }

  return TRUE;
}

/* (nullable): an edit by its number. */
static const OctEditRecord *
find_edit (Words *words, const char *number)
{
  OctEditRecord *edit = g_hash_table_lookup (words->edits, number);
  gint64 seq = g_ascii_strtoll (number, NULL, 10);
  const OctHistoryFilter filter = { .before_seq = seq + 1, .limit = 1 };
  g_autoptr (GPtrArray) records = NULL;

  if (edit != NULL)
    return edit;
  records = oct_workspace_read_history (words->workspace, &filter, NULL);
  if (records == NULL || records->len == 0)
    return NULL;
  edit = g_ptr_array_index (records, 0);
  if (edit->seq != seq)
    return NULL;
  g_ptr_array_set_free_func (records, NULL);
  g_hash_table_insert (words->edits, g_strdup (number), edit);

  return edit;
}

/* --- words --- */

static const char *
find_cycle_name (Words *words, const char *cycle_id)
{
  GPtrArray *cycles = oct_assessment_get_cycles (words->assessment);

  for (guint i = 0; i < cycles->len; i++)
    {
      const OctCycle *cycle = g_ptr_array_index (cycles, i);

      if (g_strcmp0 (cycle->id, cycle_id) == 0)
        return cycle->name;
    }

  return _("a cycle");
}

static const OctElement *
find_element (Words *words, const char *key)
{
  return oct_framework_find_element (oct_assessment_get_framework (words->assessment), key);
}

/* (transfer full): an element of a subject in a cycle. */
static char *
describe_subject (Words *words, const char *element_key, const char *school_id,
                  const char *cycle_id)
{
  const OctElement *element = find_element (words, element_key);
  const char *school = school_id != NULL ? g_hash_table_lookup (words->schools, school_id) : NULL;

  /* Translators: an element, a school or the trust, and a cycle: "Improvement · Oak Primary
   * School · Autumn 2026". */
  return g_strdup_printf (_("%s · %s · %s"), element != NULL ? element->short_name : element_key,
                          school != NULL ? school : _("The trust"),
                          find_cycle_name (words, cycle_id));
}

/* (transfer full): the page on which it is shown. */
static char *
make_location (Words *words, const char *element_key, const char *school_id)
{
  const OctElement *element = find_element (words, element_key);

  if (school_id != NULL)
    return g_strdup_printf ("judge/%s?element=%s", school_id, element_key);

  return g_strdup_printf ("element/%u", element != NULL ? element->number : 1);
}

static void
describe_judgement (Words *words, OctFoundPlace *found, const char *id)
{
  const OctJudgement *judgement = g_hash_table_lookup (words->judgements, id);
  const char *subject;

  if (judgement == NULL)
    return;
  subject = judgement->school_id != NULL ? judgement->school_id : "trust";
  found->where = describe_subject (words, judgement->element, judgement->school_id,
                                   judgement->cycle_id);
  found->location = g_strdup_printf ("judge/%s?view=%s&element=%s", subject,
                                     oct_judgement_view_to_key (judgement->view),
                                     judgement->element);
  found->cycle_id = g_strdup (judgement->cycle_id);
}

static void
describe_evidence (Words *words, OctFoundPlace *found, const char *id)
{
  const OctEvidence *evidence = g_hash_table_lookup (words->evidence, id);
  const OctEvidenceLink *link;
  g_autofree char *subject = NULL;

  found->evidence_id = g_strdup (id);
  if (evidence == NULL)
    return;
  if (evidence->links->len == 0)
    {
      /* Translators: a kind of evidence: "Note, kept for undo". */
      found->where = g_strdup_printf (_("%s, no longer shown anywhere"),
                                      oct_evidence_kind_to_text (evidence->kind));
      return;
    }
  link = g_ptr_array_index (evidence->links, 0);
  subject = describe_subject (words, link->element, link->school_id, link->cycle_id);
  /* Translators: a kind of evidence, and where it stands: "Note for Improvement · …". */
  found->where = g_strdup_printf (_("%s for %s"), oct_evidence_kind_to_text (evidence->kind),
                                  subject);
  found->location = make_location (words, link->element, link->school_id);
  found->cycle_id = g_strdup (link->cycle_id);
}

static void
describe_edit (Words *words, OctFoundPlace *found, const char *number)
{
  const OctEditRecord *edit = find_edit (words, number);
  g_autoptr (GDateTime) at = edit != NULL ? g_date_time_new_from_unix_local (edit->at) : NULL;
  g_autofree char *when = at != NULL ? g_date_time_format (at, "%-e %B %Y, %H:%M") : NULL;

  /* Translators: %s is the day and time of an edit. */
  found->where = when != NULL ? g_strdup_printf (_("Edit of %s"), when) : g_strdup (_("An edit"));
  if (found->kind == OCT_PLACE_REFERENCE && words->person_id != NULL)
    found->location = g_strdup_printf ("history?person=%s", words->person_id);
  else if (edit != NULL && edit->subject != NULL)
    found->location = g_strdup_printf ("history?subject=%s", edit->subject);
  else
    found->location = g_strdup ("history");
}

/* What there is one of, or a short list: the kind of record says where it is. */
static const struct
{
  const char *table;
  const char *where;
  const char *location;
} single_places[] = {
  { "person", N_("Somebody in the list of people"), "people" },
  { "trust", N_("The trust’s purpose"), "our-trust" },
  { "pillar", N_("A pillar of the strategy"), "our-trust" },
  { "cycle", N_("A cycle"), "our-trust" },
  { "framework", N_("A version of the framework"), "framework" },
  { "lens", N_("A lens"), "lens" },
  { "note", N_("The title of a picture"), "our-trust" },
};

static void
describe_single (OctFoundPlace *found, const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (single_places); i++)
    if (g_str_equal (table, single_places[i].table))
      {
        found->where = g_strdup (_(single_places[i].where));
        found->location = g_strdup (single_places[i].location);
      }
}

/* (transfer full): @text from about @start to @end, at the bounds of letters. */
static char *
cut (const char *text, gsize start, gsize end)
{
  gsize length = strlen (text);

  end = MIN (end, length);
  while (start > 0 && (text[start] & 0xc0) == 0x80)
    start--;
  while (end < length && (text[end] & 0xc0) == 0x80)
    end++;

  return g_strndup (text + start, end - start);
}

static void
make_excerpt (Words *words, OctFoundPlace *found)
{
  OctSpan name = { 0 };
  gboolean named = oct_name_pattern_find (words->pattern, found->text, &name);
  gsize start = named && name.start > EXCERPT_BEFORE ? name.start - EXCERPT_BEFORE : 0;
  gsize end = MAX (name.end, start) + EXCERPT_AFTER;
  g_autofree char *middle = NULL;
  const char *before;

  while (start > 0 && (found->text[start] & 0xc0) == 0x80)
    start--;
  middle = cut (found->text, start, end);
  g_strdelimit (middle, "\n\r\t", ' ');
  before = start > 0 ? "…" : "";
  found->excerpt = g_strconcat (before, middle, end < strlen (found->text) ? "…" : "", NULL);
  if (!named)
    return;
  found->name_start = (guint) (name.start - start + strlen (before));
  found->name_end = (guint) (name.end - start + strlen (before));
}

/* The words of a field; those of an edit itself are no fields of a record. */
static const char *
get_field_text (const OctNamePlace *place)
{
  if (g_str_equal (place->table, "edit"))
    return place->kind == OCT_PLACE_UNDO ? _("Undo") : "";
  if (place->field[0] == '\0' || g_str_equal (place->field, "object")
      || g_str_equal (place->field, "content"))
    return "";

  return oct_edit_field_to_text (place->table, place->field);
}

static OctFoundPlace *
describe_place (Words *words, const OctNamePlace *place)
{
  OctFoundPlace *found = g_new0 (OctFoundPlace, 1);

  found->kind = place->kind;
  found->text = g_strdup (place->text != NULL ? place->text : "");
  found->field = g_strdup (get_field_text (place));
  if (g_str_equal (place->table, "judgement"))
    describe_judgement (words, found, place->record_id);
  else if (g_str_equal (place->table, "evidence"))
    describe_evidence (words, found, place->record_id);
  else if (g_str_has_prefix (place->table, "edit"))
    describe_edit (words, found, place->record_id);
  else if (oct_record_kind_find (place->table) != NULL)
    {
      found->where = oct_found_record_to_text (words->book, words->schools, place->table,
                                               place->record_id);
      found->location = oct_found_record_to_location (words->book, place->table, place->record_id);
    }
  else
    describe_single (found, place->table);
  if (found->where == NULL)
    found->where = g_strdup (oct_place_kind_to_text (place->kind));
  make_excerpt (words, found);

  return found;
}

/* --- the search --- */

static void
add_places (Words *words, GPtrArray *found, GPtrArray *places, OctPlaceKind kind)
{
  for (guint i = 0; i < places->len; i++)
    {
      const OctNamePlace *place = g_ptr_array_index (places, i);

      if (place->kind == kind)
        g_ptr_array_add (found, describe_place (words, place));
    }
}

/* (transfer full): the forms that were typed, and the name in the list of people. */
static GStrv
collect_names (OctAssessment *assessment, const OctPersonQuery *query)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const OctPerson *person = query->person_id != NULL
                              ? oct_assessment_find_person (assessment, query->person_id)
                              : NULL;

  if (person != NULL && person->name[0] != '\0')
    g_strv_builder_add (builder, person->name);
  for (guint i = 0; query->names != NULL && query->names[i] != NULL; i++)
    if (person == NULL || !g_str_equal (query->names[i], person->name))
      g_strv_builder_add (builder, query->names[i]);

  return g_strv_builder_end (builder);
}

/**
 * oct_person_search_run:
 * @workspace: a workspace; on the thread that works with it
 * @assessment: an assessment of it
 * @query: who is looked for
 * @cancellable: (nullable): to cancel with
 * @error: return location for an error
 *
 * Finds everything that names a person, and says in words where it is.
 *
 * Returns: (transfer full) (nullable): what was found
 */
OctFoundPerson *
oct_person_search_run (OctWorkspace *workspace, OctAssessment *assessment,
                       const OctPersonQuery *query, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) names = collect_names (assessment, query);
  g_autoptr (OctNamePattern) pattern = oct_name_pattern_new ((const char *const *) names);
  g_autoptr (GPtrArray) places = oct_workspace_find_person (
    workspace, query->person_id, (const char *const *) names, cancellable, error);
  Words words = { .workspace = workspace,
                  .assessment = assessment,
                  .pattern = pattern,
                  .person_id = query->person_id };
  OctFoundPerson *found;

  if (places == NULL || !read_schools (&words, error) || !read_judgements (&words, error)
      || !read_evidence (&words, error)
      || (words.book = oct_workspace_read_plan_book (workspace, error)) == NULL)
    {
      words_clear (&words);
      return NULL;
    }
  words.edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) oct_edit_record_free);
  found = g_new0 (OctFoundPerson, 1);
  found->person_id = g_strdup (query->person_id);
  found->names = g_steal_pointer (&names);
  found->places = g_ptr_array_new_with_free_func (found_place_free);
  for (OctPlaceKind kind = OCT_PLACE_PERSON; kind <= OCT_PLACE_BACKUP_UNREAD; kind++)
    add_places (&words, found->places, places, kind);
  words_clear (&words);

  return found;
}

/**
 * oct_found_person_count:
 * @found: what was found
 * @kind: a kind of place
 *
 * Returns: how many places there are of it
 */
guint
oct_found_person_count (const OctFoundPerson *found, OctPlaceKind kind)
{
  guint n = 0;

  for (guint i = 0; i < found->places->len; i++)
    n += ((const OctFoundPlace *) g_ptr_array_index (found->places, i))->kind == kind;

  return n;
}

/* Somebody in the list who has this name or, where @post, this post. */
static const OctPerson *
find_in_list (OctAssessment *assessment, const char *text, gboolean post)
{
  GPtrArray *people = oct_assessment_get_people (assessment);
  g_autofree char *folded = oct_fold (text);

  for (guint i = 0; i < people->len; i++)
    {
      const OctPerson *person = g_ptr_array_index (people, i);
      g_autofree char *other = oct_fold (post ? person->post : person->name);

      if (folded[0] != '\0' && g_str_equal (folded, other))
        return person;
    }

  return NULL;
}

/**
 * oct_person_query_from_text:
 * @assessment: an assessment, with the list of people
 * @text: what was typed: "Jane Doe, Mrs Doe", or the post of somebody in the list
 * @person_id: (out) (transfer none) (nullable): somebody in the list who is meant
 *
 * Tells forms of a name from the post of somebody in the list, which stands in many texts and doesn't
 * name them.
 *
 * Returns: (transfer full) (array zero-terminated=1): the forms of a name, without those of fewer than
 *   two letters, which would stand everywhere
 */
GStrv
oct_person_query_from_text (OctAssessment *assessment, const char *text, const char **person_id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (text, ",;\n", -1);

  *person_id = NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *const form[] = { g_strstrip (parts[i]), NULL };
      const OctPerson *named = find_in_list (assessment, form[0], FALSE);
      const OctPerson *in_post = named == NULL ? find_in_list (assessment, form[0], TRUE) : NULL;
      const OctPerson *person = named != NULL ? named : in_post;
      g_autoptr (OctNamePattern) pattern = oct_name_pattern_new (form);

      if (*person_id == NULL && person != NULL)
        *person_id = person->id;
      if (in_post == NULL && !oct_name_pattern_is_empty (pattern))
        g_strv_builder_add (builder, form[0]);
    }

  return g_strv_builder_end (builder);
}
