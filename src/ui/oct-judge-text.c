/* A text of a judgement: a question, room to write, and what was said before.
 *
 * What is typed is committed when the person pauses for a second or goes elsewhere, and never
 * taken from under their hands: a text from outside is shown only where nothing waits to be
 * committed. Undo inside the text is the text's own; a text from outside begins it anew.
 */

#include "oct-judge-text.h"

#include <string.h>

#include "oct-personal-text.h"

#define PAUSE_MS 1000

struct _OctJudgeText
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *label;
  GtkLabel *question;
  GtkTextView *view;
  GtkLabel *message;
  GtkLabel *warning;
  GtkLabel *before;

  guint pause_id;
  gboolean dirty;    /* typed, and not committed yet */
  gboolean updating; /* the text is being set by us */
  gboolean one_line;
};

enum
{
  PROP_LABEL = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint committed_signal;

G_DEFINE_FINAL_TYPE (OctJudgeText, oct_judge_text, ADW_TYPE_BIN)

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

/* A quiet hint where it looks like a record about one person. */
static void
update_warning (OctJudgeText *self)
{
  g_autofree char *text = oct_judge_text_dup_text (self);

  set_optional (self->warning, oct_personal_text_to_warning (oct_text_looks_personal (text)));
}

static gboolean
paused_cb (gpointer user_data)
{
  OctJudgeText *self = user_data;

  self->pause_id = 0;
  oct_judge_text_commit (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (OctJudgeText *self)
{
  update_warning (self);
  if (self->updating)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, paused_cb, self);
}

/* In a text of one line, Return is the end of it. */
static gboolean
key_cb (OctJudgeText *self, guint keyval)
{
  if (!self->one_line || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE;
  oct_judge_text_commit (self);
  return GDK_EVENT_STOP;
}

static void
left_cb (OctJudgeText *self)
{
  oct_judge_text_commit (self);
}

static void
oct_judge_text_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OctJudgeText *self = OCT_JUDGE_TEXT (object);

  if (id == PROP_LABEL)
    g_value_set_string (value, gtk_label_get_label (self->label));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
oct_judge_text_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OctJudgeText *self = OCT_JUDGE_TEXT (object);

  if (id == PROP_LABEL)
    oct_judge_text_set_label (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
oct_judge_text_dispose (GObject *object)
{
  OctJudgeText *self = OCT_JUDGE_TEXT (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (oct_judge_text_parent_class)->dispose (object);
}

static void
oct_judge_text_class_init (OctJudgeTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = oct_judge_text_get_property;
  object_class->set_property = oct_judge_text_set_property;
  object_class->dispose = oct_judge_text_dispose;

  properties[PROP_LABEL] = g_param_spec_string (
    "label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  committed_signal = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-judge-text.ui");
  gtk_widget_class_bind_template_child (widget_class, OctJudgeText, label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeText, question);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeText, view);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeText, message);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeText, warning);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeText, before);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
oct_judge_text_init (OctJudgeText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->view), "changed",
                            G_CALLBACK (changed_cb), self);
}

/**
 * oct_judge_text_new:
 *
 * Returns: (transfer floating): an empty text
 */
GtkWidget *
oct_judge_text_new (void)
{
  return g_object_new (OCT_TYPE_JUDGE_TEXT, NULL);
}

/**
 * oct_judge_text_set_label:
 * @self: a text
 * @label: (nullable): what it is, with a mnemonic
 */
void
oct_judge_text_set_label (OctJudgeText *self, const char *label)
{
  g_autofree char *name = NULL;
  GString *plain;

  g_return_if_fail (OCT_IS_JUDGE_TEXT (self));

  if (label == NULL)
    label = "";
  if (g_str_equal (gtk_label_get_label (self->label), label))
    return;
  gtk_label_set_label (self->label, label);
  plain = g_string_new (label);
  g_string_replace (plain, "_", "", 0);
  name = g_string_free (plain, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * oct_judge_text_set_one_line:
 * @self: a text
 *
 * Makes it a name rather than prose: Return ends it, and ends of line that are pasted become blanks.
 */
void
oct_judge_text_set_one_line (OctJudgeText *self)
{
  GtkEventController *keys;

  g_return_if_fail (OCT_IS_JUDGE_TEXT (self));

  if (self->one_line)
    return;
  self->one_line = TRUE;
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, 38);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/**
 * oct_judge_text_set_question:
 * @self: a text
 * @question: (nullable): what is asked, under the label
 */
void
oct_judge_text_set_question (OctJudgeText *self, const char *question)
{
  g_return_if_fail (OCT_IS_JUDGE_TEXT (self));

  set_optional (self->question, question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  question != NULL ? question : "", -1);
}

/**
 * oct_judge_text_set_text:
 * @self: a text
 * @text: what is kept now
 *
 * Shows a text from outside, unless something is typed that wasn't committed yet.
 */
void
oct_judge_text_set_text (OctJudgeText *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (OCT_IS_JUDGE_TEXT (self));
  g_return_if_fail (text != NULL);

  if (self->dirty)
    return;
  shown = oct_judge_text_dup_text (self);
  if (!g_str_equal (shown, text))
    oct_judge_text_reset (self, text);
}

/**
 * oct_judge_text_reset:
 * @self: a text
 * @text: what is to be shown
 *
 * Shows another text, forgets what was typed and begins undo anew. The cursor stays where it is.
 */
void
oct_judge_text_reset (OctJudgeText *self, const char *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  int offset;

  g_return_if_fail (OCT_IS_JUDGE_TEXT (self));
  g_return_if_fail (text != NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->dirty = FALSE;
  self->updating = TRUE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&iter);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  self->updating = FALSE;
}

/**
 * oct_judge_text_dup_text:
 * @self: a text
 *
 * Returns: (transfer full): what stands there, typed or set
 */
char *
oct_judge_text_dup_text (OctJudgeText *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;
  char *text;

  g_return_val_if_fail (OCT_IS_JUDGE_TEXT (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return self->one_line ? g_strdelimit (text, "\n", ' ') : text;
}

/**
 * oct_judge_text_commit:
 * @self: a text
 *
 * Tells of what was typed, if anything waits.
 */
void
oct_judge_text_commit (OctJudgeText *self)
{
  g_return_if_fail (OCT_IS_JUDGE_TEXT (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->dirty)
    return;
  self->dirty = FALSE;
  g_signal_emit (self, committed_signal, 0);
}

/**
 * oct_judge_text_set_before:
 * @self: a text
 * @before: (nullable): what was said in the cycle before, with where it is from
 */
void
oct_judge_text_set_before (OctJudgeText *self, const char *before)
{
  g_return_if_fail (OCT_IS_JUDGE_TEXT (self));

  set_optional (self->before, before);
}

/**
 * oct_judge_text_set_message:
 * @self: a text
 * @message: (nullable): what is missing, and how to put it right
 */
void
oct_judge_text_set_message (OctJudgeText *self, const char *message)
{
  g_return_if_fail (OCT_IS_JUDGE_TEXT (self));

  set_optional (self->message, message);
}

/**
 * oct_judge_text_set_editable:
 * @self: a text
 * @editable: whether it can be changed; else it is only read
 */
void
oct_judge_text_set_editable (OctJudgeText *self, gboolean editable)
{
  g_return_if_fail (OCT_IS_JUDGE_TEXT (self));

  gtk_text_view_set_editable (self->view, editable);
  gtk_text_view_set_cursor_visible (self->view, editable);
}

/**
 * oct_judge_text_focus:
 * @self: a text
 *
 * Puts the focus where one writes.
 */
void
oct_judge_text_focus (OctJudgeText *self)
{
  g_return_if_fail (OCT_IS_JUDGE_TEXT (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
