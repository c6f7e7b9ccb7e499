/* The judgements of the demonstration: from digits and a few reasons to what people would have written.
 *
 * A stage that is the same as in the cycle before is carried forward with its reason. Where
 * something changed the table has the reason; elsewhere a school says what schools at that stage
 * say.
 */
#include "oct-demo-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Edits of one day begin in the morning and follow each other. */
#define FIRST_HOUR 9
#define SECONDS_BETWEEN 240

/* Members of the table. */

const char *
oct_demo_get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

guint32
oct_demo_get_urn (JsonObject *object)
{
  return (guint32) json_object_get_int_member_with_default (object, "urn", 0);
}

OctDate
oct_demo_get_date (JsonObject *object, const char *member)
{
  const char *text = oct_demo_get_text (object, member);
  OctDate date = OCT_DATE_UNKNOWN;

  return text != NULL && oct_date_parse (text, -1, &date) ? date : OCT_DATE_UNKNOWN;
}

JsonArray *
oct_demo_get_list (JsonObject *object, const char *member)
{
  return json_object_has_member (object, member) ? json_object_get_array_member (object, member)
                                                 : NULL;
}

guint
oct_demo_count (JsonArray *list)
{
  return list != NULL ? json_array_get_length (list) : 0;
}

const char *
oct_demo_get_entry (JsonArray *list, guint position)
{
  return position < oct_demo_count (list) ? json_array_get_string_element (list, position) : NULL;
}

const char *
oct_demo_get_person (OctDemo *demo, const char *key)
{
  return key != NULL ? g_hash_table_lookup (demo->people, key) : NULL;
}

const char *
oct_demo_get_school_id (OctDemo *demo, guint32 urn)
{
  return urn != 0 ? g_hash_table_lookup (demo->school_ids, GUINT_TO_POINTER (urn)) : NULL;
}

void
oct_demo_set (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* When the next edit of a day was made. */
gint64
oct_demo_next_time (OctDemo *demo, OctDate day)
{
  g_autoptr (GDateTime) morning = NULL;

  if (day == demo->day)
    return demo->at += SECONDS_BETWEEN;
  morning = g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, FIRST_HOUR, 0, 0);
  demo->day = day;
  demo->at = morning != NULL ? g_date_time_to_unix (morning) : demo->at;

  return demo->at;
}

/* Judgements. */

/* What the table says of one judgement, where it says more than the stage. */
static JsonObject *
find_note (OctDemo *demo, const OctDemoPlace *place, const OctJudgement *judgement)
{
  JsonArray *notes = oct_demo_get_list (demo->data, "notes");

  for (guint i = 0; i < oct_demo_count (notes); i++)
    {
      JsonObject *note = json_array_get_object_element (notes, i);

      if (oct_demo_get_urn (note) == place->urn
          && g_strcmp0 (oct_demo_get_text (note, "cycle"), oct_demo_get_text (place->cycle, "key"))
               == 0
          && g_strcmp0 (oct_demo_get_text (note, "element"), judgement->element) == 0
          && g_strcmp0 (oct_demo_get_text (note, "aspect"), judgement->aspect) == 0)
        return note;
    }

  return NULL;
}

/* The words for a school where nothing in particular is said. */
static const char *
find_usual_reason (OctDemo *demo, const OctDemoPlace *place, const OctJudgement *judgement,
                   guint position, guint stage)
{
  JsonArray *moderated = oct_demo_get_list (demo->data, "moderated-reasons");

  if (place->urn == 0)
    return NULL;
  if (place->view == OCT_VIEW_MODERATED)
    return oct_demo_count (moderated) > 0
             ? oct_demo_get_entry (moderated, (place->urn + position) % oct_demo_count (moderated))
             : NULL;

  return oct_demo_get_entry (
    oct_demo_get_list (json_object_get_object_member (demo->data, "school-reasons"),
                       judgement->element),
    stage);
}

static void
set_words (OctDemo *demo, const OctDemoPlace *place, OctJudgement *judgement, guint position,
           guint stage)
{
  JsonObject *note = find_note (demo, place, judgement);
  const char *view = oct_judgement_view_to_key (place->view);
  const char *reason = note != NULL ? oct_demo_get_text (note, view) : NULL;
  const char *gives = note != NULL ? oct_demo_get_text (note, "gives") : NULL;
  const char *gains = note != NULL ? oct_demo_get_text (note, "gains") : NULL;
  const char *confidence = note != NULL ? oct_demo_get_text (note, "confidence") : NULL;

  if (reason == NULL)
    reason = find_usual_reason (demo, place, judgement, position, stage);
  if (confidence == NULL)
    confidence = oct_demo_get_text (json_object_get_object_member (demo->data, "confidence"), view);
  oct_demo_set (&judgement->reason, reason != NULL ? reason : "");
  if (place->view == OCT_VIEW_OWN)
    {
      oct_demo_set (&judgement->gives, gives != NULL ? gives : "");
      oct_demo_set (&judgement->gains, gains != NULL ? gains : "");
    }
  if (confidence != NULL)
    oct_confidence_from_key (confidence, &judgement->confidence);
}

static const char *
get_assessor (OctDemo *demo, const OctDemoPlace *place)
{
  g_autofree char *role = g_strdup_printf ("%s-%s", place->urn != 0 ? "school" : "trust",
                                           oct_judgement_view_to_key (place->view));

  return oct_demo_get_person (
    demo, oct_demo_get_text (json_object_get_object_member (demo->data, "assessors"), role));
}

/* One digit of the table; a full stop is "not judged". */
static void
add_judgement (OctDemo *demo, const OctDemoPlace *place, const char *element, const char *aspect,
               guint position, char digit, GPtrArray *judgements)
{
  g_autofree char *key = g_strdup_printf ("%u %s %s %d", place->urn, element,
                                          aspect != NULL ? aspect : "", (int) place->view);
  const OctJudgement *before = g_hash_table_lookup (demo->carried, key);
  guint stage = (guint) (digit - '0');
  const char *stage_key = digit != '.'
                            ? oct_demo_get_entry (oct_demo_get_list (demo->data, "stages"), stage)
                            : NULL;
  OctJudgement *judgement;

  if (stage_key == NULL)
    return;
  judgement = oct_judgement_new (place->cycle_id, oct_demo_get_school_id (demo, place->urn),
                                 element, aspect, place->view);
  oct_demo_set (&judgement->framework_id, demo->framework_id);
  oct_demo_set (&judgement->stage, stage_key);
  judgement->carried = before != NULL && g_str_equal (before->stage, stage_key);
  if (judgement->carried)
    {
      oct_demo_set (&judgement->reason, before->reason);
      oct_demo_set (&judgement->gives, before->gives);
      oct_demo_set (&judgement->gains, before->gains);
      judgement->confidence = before->confidence;
    }
  else
    set_words (demo, place, judgement, position, stage);
  oct_demo_set (&judgement->assessor_id, get_assessor (demo, place));
  judgement->judged_on = oct_demo_get_date (place->cycle,
                                            place->view == OCT_VIEW_OWN ? "judged" : "moderated");
  judgement->final = TRUE;
  g_ptr_array_add (judgements, judgement);
  g_hash_table_insert (demo->carried, g_steal_pointer (&key), oct_judgement_copy (judgement));
}

static void
add_judgements (OctDemo *demo, const OctDemoPlace *place, GPtrArray *judgements)
{
  JsonObject *row = json_object_get_object_member (place->subject,
                                                   oct_demo_get_text (place->cycle, "key"));
  JsonArray *elements = oct_demo_get_list (demo->data,
                                           place->urn != 0 ? "school-elements" : "trust-elements");
  JsonArray *aspects = oct_demo_get_list (demo->data, "aspects");
  const char *stages = oct_demo_get_text (row, oct_judgement_view_to_key (place->view));
  const char *of_aspects = place->view == OCT_VIEW_OWN ? oct_demo_get_text (row, "aspects") : NULL;

  if (stages == NULL)
    stages = oct_demo_get_text (row, "own");
  for (guint i = 0; i < oct_demo_count (elements) && i < strlen (stages); i++)
    add_judgement (demo, place, oct_demo_get_entry (elements, i), NULL, i, stages[i], judgements);
  for (guint i = 0; of_aspects != NULL && i < oct_demo_count (aspects) && i < strlen (of_aspects);
       i++)
    add_judgement (demo, place, oct_demo_get_text (demo->data, "aspects-of"),
                   oct_demo_get_entry (aspects, i), i, of_aspects[i], judgements);
}

static const char *
find_subject_name (OctDemo *demo, guint32 urn)
{
  for (guint i = 0; urn != 0 && i < demo->schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (demo->schools, i);

      if (school->urn == urn)
        return school->name;
    }

  return demo->trust->name;
}

/*
 * oct_demo_judge:
 * @demo: what is being written
 * @place: whose judgements, of which cycle
 * @error: return location for an error
 *
 * Writes what one subject says of itself, as one edit.
 *
 * Returns: whether it is kept
 */
gboolean
oct_demo_judge (OctDemo *demo, const OctDemoPlace *place, GError **error)
{
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_judgement_free);
  const char *school_id = oct_demo_get_school_id (demo, place->urn);
  /* Translators: a school or the trust, and a cycle: "Autumn 2026". */
  g_autofree char *sentence = g_strdup_printf (_("Judged %s in %s"),
                                               find_subject_name (demo, place->urn),
                                               oct_demo_get_text (place->cycle, "name"));
  g_autofree char *location = g_strdup_printf ("judge/%s", school_id != NULL ? school_id : "trust");
  OctEditInfo info = { .person_id = get_assessor (demo, place),
                       .sentence = sentence,
                       .location = location,
                       .subject = school_id };

  add_judgements (demo, place, judgements);
  if (judgements->len == 0)
    return TRUE;
  info.at = oct_demo_next_time (demo, oct_demo_get_date (place->cycle, "judged"));

  return oct_workspace_put_judgements (demo->workspace, &info, judgements, error);
}

/*
 * oct_demo_moderate:
 * @demo: what is being written
 * @place: the cycle
 * @of_schools: the trust's view of all its schools, else the trustees' view of the trust
 * @error: return location for an error
 *
 * Writes moderated views as one edit.
 *
 * Returns: whether they are kept
 */
gboolean
oct_demo_moderate (OctDemo *demo, OctDemoPlace place, gboolean of_schools, GError **error)
{
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_judgement_free);
  JsonArray *schools = oct_demo_get_list (demo->data, "schools");
  const char *cycle = oct_demo_get_text (place.cycle, "name");
  /* Translators: %s is a cycle: "Autumn 2026". */
  g_autofree char *sentence = of_schools ? g_strdup_printf (_("Moderated the schools in %s"), cycle)
                                         /* Translators: %s is a cycle: "Autumn 2026". */
                                         : g_strdup_printf (_("Moderated the trust in %s"), cycle);
  OctEditInfo info = { .sentence = sentence, .location = "our-trust" };

  place.view = OCT_VIEW_MODERATED;
  for (guint i = 0; of_schools && i < oct_demo_count (schools); i++)
    {
      place.subject = json_array_get_object_element (schools, i);
      place.urn = oct_demo_get_urn (place.subject);
      add_judgements (demo, &place, judgements);
    }
  if (!of_schools)
    {
      place.subject = json_object_get_object_member (demo->data, "trust");
      place.urn = 0;
      add_judgements (demo, &place, judgements);
    }
  info.person_id = get_assessor (demo, &place);
  info.at = oct_demo_next_time (demo, oct_demo_get_date (place.cycle, "moderated"));

  return oct_workspace_put_judgements (demo->workspace, &info, judgements, error);
}
