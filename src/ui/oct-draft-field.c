/* A text of the draft as a field; see the header.
 *
 * It is the field in which reasons are written, which commits on a pause and when one goes elsewhere.
 * What it is of hangs on it, so that a form can hold fields of any kind in one list.
 */

#include "oct-draft-field.h"

#include <glib/gi18n.h>

#include "oct-judge-text.h"

#define KEY "octant-draft-field"

typedef struct
{
  OctDraftWork *work;
  OctDraftText text; /* its texts are owned */
} Field;

static void
field_free (gpointer data)
{
  Field *field = data;

  g_object_unref (field->work);
  g_free ((char *) field->text.element);
  g_free ((char *) field->text.key);
  g_free (field);
}

static const char *
get_part (const Field *field)
{
  if (field->text.element != NULL)
    return field->text.element;
  return field->text.part == OCT_PART_STAGE ? "stages" : "frame";
}

static void
committed_cb (OctJudgeText *widget, Field *field)
{
  g_autofree char *text = oct_judge_text_dup_text (widget);
  g_autofree char *merge = oct_draft_text_dup_id (&field->text);
  OctFrameworkBuilder *builder = oct_draft_work_begin (field->work);

  if (builder == NULL)
    return;
  /* What was removed in the meantime has nothing to be written to. */
  if (oct_draft_text_set (&field->text, builder, text, NULL))
    oct_draft_work_keep (field->work, builder, get_part (field), merge);
  else
    oct_framework_builder_free (builder);
}

/**
 * oct_draft_field_new:
 * @work: the draft
 * @text: which text of it; copied
 * @label: what it is
 * @hint: (nullable): what belongs into it
 * @one_line: whether it is a name rather than prose
 *
 * Returns: (transfer floating): a field
 */
GtkWidget *
oct_draft_field_new (OctDraftWork *work, const OctDraftText *text, const char *label,
                     const char *hint, gboolean one_line)
{
  GtkWidget *widget = oct_judge_text_new ();
  Field *field = g_new0 (Field, 1);
  g_autoptr (GString) mnemonic = g_string_new (label);

  field->work = g_object_ref (work);
  field->text = *text;
  field->text.element = g_strdup (text->element);
  field->text.key = g_strdup (text->key);
  g_object_set_data_full (G_OBJECT (widget), KEY, field, field_free);
  g_string_replace (mnemonic, "_", "", 0);
  oct_judge_text_set_label (OCT_JUDGE_TEXT (widget), mnemonic->str);
  oct_judge_text_set_question (OCT_JUDGE_TEXT (widget), hint);
  if (one_line)
    oct_judge_text_set_one_line (OCT_JUDGE_TEXT (widget));
  g_signal_connect (widget, "committed", G_CALLBACK (committed_cb), field);
  oct_draft_field_update (widget);

  return widget;
}

/**
 * oct_draft_field_update:
 * @widget: a field
 *
 * Shows what the draft says now. Blanks around what is typed are the writer's own until they leave.
 */
void
oct_draft_field_update (GtkWidget *widget)
{
  Field *field = g_object_get_data (G_OBJECT (widget), KEY);
  OctFramework *draft = oct_draft_work_get_draft (field->work);
  OctFramework *base = oct_draft_work_get_base (field->work);
  const char *text = draft != NULL ? oct_draft_text_get (&field->text, draft) : NULL;
  const char *said = base != NULL ? oct_draft_text_get (&field->text, base) : NULL;
  g_autofree char *shown = g_strstrip (oct_judge_text_dup_text (OCT_JUDGE_TEXT (widget)));
  g_autofree char *before = NULL;

  if (text == NULL)
    return;
  if (!g_str_equal (shown, text))
    oct_judge_text_set_text (OCT_JUDGE_TEXT (widget), text);
  if (said != NULL && *said != '\0' && !g_str_equal (said, text))
    /* Translators: the number of a version, and what it says. */
    before = g_strdup_printf (_("Version %d: %s"), oct_framework_get_version (base), said);
  oct_judge_text_set_before (OCT_JUDGE_TEXT (widget), before);
}

/**
 * oct_draft_field_commit:
 * @widget: a field
 *
 * Keeps what is typed and waits.
 */
void
oct_draft_field_commit (GtkWidget *widget)
{
  oct_judge_text_commit (OCT_JUDGE_TEXT (widget));
}
