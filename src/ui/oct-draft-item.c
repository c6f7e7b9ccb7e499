/* An item of a list of the draft; see the header.
 *
 * Its fields are made when it is first opened, since an element has dozens. Alt with an arrow moves
 * it wherever in the row the focus is.
 */

#include "oct-draft-item.h"

#include <glib/gi18n.h>

#include "oct-draft-field.h"

struct _OctDraftItem
{
  AdwExpanderRow parent_instance;

  /* owned */
  OctDraftWork *work;
  char *element; /* (nullable) */
  char *key;

  /* borrowed: children */
  GtkWidget *tag;
  GtkWidget *warning;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *box; /* (nullable): of the fields, once it was opened */
  GtkWidget *message;
  GtkWidget *retire;
  GtkWidget *direction;
  GtkWidget *source;
  GPtrArray *fields; /* owned array of borrowed widgets */

  OctFrameworkPart part;
  gboolean updating;
};

typedef struct
{
  OctFrameworkPart part;
  int which;
  const char *label;
  const char *hint;
  gboolean one_line;
} FieldSpec;

static const FieldSpec specs[] = {
  { OCT_PART_STAGE, OCT_STAGE_NAME, N_("Name"), NULL, TRUE },
  { OCT_PART_STAGE, OCT_STAGE_MEANING, N_("What it means in any element"), NULL, FALSE },
  { OCT_PART_ASPECT, OCT_ASPECT_NAME, N_("Name"), NULL, TRUE },
  { OCT_PART_ASPECT, OCT_ASPECT_QUESTION, N_("Question to ask yourselves"),
    N_("It ends with a question mark."), FALSE },
  { OCT_PART_ASPECT, OCT_ASPECT_GROUP, N_("Group"), N_("Blank for one that stands by itself."),
    TRUE },
  { OCT_PART_INDICATOR, OCT_INDICATOR_NAME, N_("Name"), NULL, TRUE },
  { OCT_PART_INDICATOR, OCT_INDICATOR_DEFINITION, N_("What is counted, and out of what"), NULL,
    FALSE },
  { OCT_PART_INDICATOR, OCT_INDICATOR_UNIT, N_("Unit"), N_("Such as %, pupils or days."), TRUE },
  { OCT_PART_INDICATOR, OCT_INDICATOR_AIM, N_("Where better ends"),
    N_("Such as “up to the reserves policy”. It may be blank."), TRUE },
  { OCT_PART_INDICATOR, OCT_INDICATOR_PUBLISHED, N_("Published tables"),
    N_("Where public figures are counted from. It may be blank."), TRUE },
};

G_DEFINE_FINAL_TYPE (OctDraftItem, oct_draft_item, ADW_TYPE_EXPANDER_ROW)

static OctDraftText
get_text (OctDraftItem *self, int which)
{
  return (OctDraftText) { self->part, which, self->element, self->key };
}

static const char *
read_text (OctDraftItem *self, int which)
{
  const OctDraftText text = get_text (self, which);
  OctFramework *draft = oct_draft_work_get_draft (self->work);
  const char *found = draft != NULL ? oct_draft_text_get (&text, draft) : NULL;

  return found != NULL ? found : "";
}

static gboolean
is_retired (OctDraftItem *self)
{
  return oct_draft_item_is_retired (oct_draft_work_get_draft (self->work), self->part,
                                    self->element, self->key);
}

/* What the present version has may have been judged by. */
static gboolean
is_new (OctDraftItem *self)
{
  return oct_draft_find_item (oct_draft_work_get_base (self->work), self->part, self->element,
                              self->key)
         < 0;
}

static void
keep (OctDraftItem *self, OctFrameworkBuilder *builder)
{
  oct_draft_work_keep (self->work, builder, self->element != NULL ? self->element : "stages", NULL);
}

static void
move (OctDraftItem *self, int by)
{
  const OctDraftText item = get_text (self, 0);
  int place = oct_draft_item_get_place (self);
  GPtrArray *items = oct_draft_items (oct_draft_work_get_draft (self->work), self->part,
                                      self->element);
  OctFrameworkBuilder *builder;

  if (place < 0 || place + by < 0 || place + by >= (int) items->len)
    return;
  oct_draft_item_commit (self);
  builder = oct_draft_work_begin (self->work);
  oct_draft_move_item (builder, &item, place + by, NULL);
  keep (self, builder);
}

static void
up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (OCT_DRAFT_ITEM (widget), -1);
}

static void
down_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (OCT_DRAFT_ITEM (widget), 1);
}

static void
retire_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctDraftItem *self = OCT_DRAFT_ITEM (widget);
  const OctDraftText item = get_text (self, 0);
  OctFrameworkBuilder *builder;

  oct_draft_item_commit (self);
  builder = oct_draft_work_begin (self->work);
  if (is_new (self))
    oct_draft_remove_item (builder, &item, NULL);
  else
    oct_draft_retire_item (builder, &item, !is_retired (self), NULL);
  keep (self, builder);
}

static void
direction_cb (OctDraftItem *self)
{
  OctFrameworkBuilder *builder;

  if (self->updating)
    return;
  builder = oct_draft_work_begin (self->work);
  oct_framework_builder_set_indicator_direction (
    builder, self->key,
    (OctIndicatorDirection) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->direction)), NULL);
  keep (self, builder);
}

static void
source_cb (OctDraftItem *self)
{
  OctFrameworkBuilder *builder;

  if (self->updating)
    return;
  builder = oct_draft_work_begin (self->work);
  oct_framework_builder_set_indicator_source (
    builder, self->key,
    (OctIndicatorSource) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->source)), NULL);
  keep (self, builder);
}

/* --- what is in it --- */

static GtkWidget *
add_choice (OctDraftItem *self, const char *name, const char *const *texts, GCallback callback)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *drop = gtk_drop_down_new_from_strings (texts);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_halign (drop, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop);
  gtk_box_append (GTK_BOX (self->box), box);
  g_signal_connect_swapped (drop, "notify::selected", callback, self);

  return drop;
}

static void
add_choices (OctDraftItem *self)
{
  const char *const directions[] = { _("Higher is better"), _("Lower is better"), _("For context"),
                                     NULL };
  const char *const sources[] = { _("From public tables"), _("Entered by the trust"), NULL };

  self->updating = TRUE;
  self->direction = add_choice (self, _("Which way is better"), directions,
                                G_CALLBACK (direction_cb));
  self->source = add_choice (self, _("Where figures come from"), sources, G_CALLBACK (source_cb));
  self->updating = FALSE;
}

static void
add_fields (OctDraftItem *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      const OctDraftText text = get_text (self, specs[i].which);
      GtkWidget *field;

      if (specs[i].part != self->part)
        continue;
      field = oct_draft_field_new (self->work, &text, _(specs[i].label),
                                   specs[i].hint != NULL ? _(specs[i].hint) : NULL,
                                   specs[i].one_line);
      g_ptr_array_add (self->fields, field);
      gtk_box_append (GTK_BOX (self->box), field);
    }
}

static void
fill (OctDraftItem *self)
{
  GtkWidget *row = adw_preferences_row_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "oct-draft-fields");
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "oct-missing");
  gtk_box_append (GTK_BOX (self->box), self->message);
  add_fields (self);
  if (self->part == OCT_PART_INDICATOR)
    add_choices (self);
  self->retire = gtk_button_new_with_label ("");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->retire), "item.retire");
  gtk_widget_set_halign (self->retire, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), self->retire);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
expanded_cb (OctDraftItem *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || self->box != NULL)
    return;
  fill (self);
  oct_draft_item_update (self);
}

static void
update_fields (OctDraftItem *self, const OctFrameworkProblem *problem)
{
  const char *text = is_retired (self) ? _("Bring back") : _("Retire");

  if (self->box == NULL)
    return;
  for (guint i = 0; i < self->fields->len; i++)
    oct_draft_field_update (self->fields->pdata[i]);
  gtk_label_set_label (GTK_LABEL (self->message), problem != NULL ? problem->message : "");
  gtk_widget_set_visible (self->message, problem != NULL);
  gtk_button_set_label (GTK_BUTTON (self->retire), is_new (self) ? _("Remove") : text);
  if (self->direction != NULL)
    {
      const OctIndicator *indicator = oct_framework_find_indicator (
        oct_draft_work_get_draft (self->work), self->key, NULL);

      self->updating = TRUE;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->direction), indicator->direction);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->source), indicator->source);
      self->updating = FALSE;
    }
}

static void
name_buttons (OctDraftItem *self, const char *name)
{
  /* Translators: %s is the name of an aspect, an indicator or a stage. */
  g_autofree char *up = g_strdup_printf (_("Move “%s” up"), name);
  /* Translators: %s is the name of an aspect, an indicator or a stage. */
  g_autofree char *down = g_strdup_printf (_("Move “%s” down"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->up), GTK_ACCESSIBLE_PROPERTY_LABEL, up, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->down), GTK_ACCESSIBLE_PROPERTY_LABEL, down,
                                  -1);
}

/* --- class --- */

static void
oct_draft_item_dispose (GObject *object)
{
  OctDraftItem *self = OCT_DRAFT_ITEM (object);

  g_clear_object (&self->work);
  g_clear_pointer (&self->element, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_draft_item_parent_class)->dispose (object);
}

static void
oct_draft_item_class_init (OctDraftItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_draft_item_dispose;
  gtk_widget_class_install_action (widget_class, "item.up", NULL, up_cb);
  gtk_widget_class_install_action (widget_class, "item.down", NULL, down_cb);
  gtk_widget_class_install_action (widget_class, "item.retire", NULL, retire_cb);
}

static void
add_key (GtkEventController *controller, const char *trigger, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action)));
}

static GtkWidget *
add_button (OctDraftItem *self, const char *icon, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);

  return button;
}

static void
oct_draft_item_init (OctDraftItem *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->fields = g_ptr_array_new ();
  g_object_set (self, "use-markup", FALSE, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "<Alt>Up|<Alt>KP_Up", "item.up");
  add_key (keys, "<Alt>Down|<Alt>KP_Down", "item.down");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  /* What is added last stands first. */
  self->down = add_button (self, "go-down-symbolic", _("Move down (Alt+Down)"), "item.down");
  self->up = add_button (self, "go-up-symbolic", _("Move up (Alt+Up)"), "item.up");
  self->tag = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->tag, "oct-tag");
  gtk_widget_set_valign (self->tag, GTK_ALIGN_CENTER);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->tag);
  self->warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_tooltip_text (self->warning, _("Something is still to be written"));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->warning);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * oct_draft_item_new:
 * @work: the draft
 * @part: stage, aspect or indicator
 * @element: (nullable): the key of the element it is in
 * @key: its key
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
oct_draft_item_new (OctDraftWork *work, OctFrameworkPart part, const char *element, const char *key)
{
  OctDraftItem *self = g_object_new (OCT_TYPE_DRAFT_ITEM, NULL);

  self->work = g_object_ref (work);
  self->part = part;
  self->element = g_strdup (element);
  self->key = g_strdup (key);
  oct_draft_item_update (self);

  return GTK_WIDGET (self);
}

/**
 * oct_draft_item_get_key:
 * @self: a row
 *
 * Returns: (transfer none): the key of what it shows
 */
const char *
oct_draft_item_get_key (OctDraftItem *self)
{
  return self->key;
}

/**
 * oct_draft_item_get_place:
 * @self: a row
 *
 * Returns: its place in its list, from 0; -1 where the draft has it no longer
 */
int
oct_draft_item_get_place (OctDraftItem *self)
{
  OctFramework *draft = oct_draft_work_get_draft (self->work);

  return draft != NULL ? oct_draft_find_item (draft, self->part, self->element, self->key) : -1;
}

/**
 * oct_draft_item_update:
 * @self: a row
 *
 * Shows what the draft says now.
 */
void
oct_draft_item_update (OctDraftItem *self)
{
  OctFramework *draft = oct_draft_work_get_draft (self->work);
  const OctElement *element = self->element != NULL
                                ? oct_framework_find_element (draft, self->element)
                                : NULL;
  int place = oct_draft_item_get_place (self);
  const OctFrameworkProblem *problem = oct_framework_problem_of (
    oct_draft_work_get_problems (self->work), self->part, element != NULL ? element->number : 0,
    self->key);
  const char *name = read_text (self, 0);
  gboolean retired = is_retired (self);

  if (place < 0)
    return;
  g_object_set (self, "title", *name != '\0' ? name : _("Without a name"), "subtitle",
                read_text (self, 1), NULL);
  gtk_label_set_label (GTK_LABEL (self->tag), retired ? _("retired") : _("new"));
  gtk_widget_set_visible (self->tag, retired || is_new (self));
  gtk_widget_set_visible (self->warning, problem != NULL);
  name_buttons (self, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.up", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.down",
                                 (guint) place + 1
                                   < oct_draft_items (draft, self->part, self->element)->len);
  update_fields (self, problem);
}

/**
 * oct_draft_item_commit:
 * @self: a row
 *
 * Keeps what is typed in its fields and waits.
 */
void
oct_draft_item_commit (OctDraftItem *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    oct_draft_field_commit (self->fields->pdata[i]);
}

/**
 * oct_draft_item_open:
 * @self: a row
 *
 * Opens it and goes to what is to be written after the name.
 */
void
oct_draft_item_open (OctDraftItem *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (self->fields->len > 1)
    gtk_widget_child_focus (self->fields->pdata[1], GTK_DIR_TAB_FORWARD);
}
