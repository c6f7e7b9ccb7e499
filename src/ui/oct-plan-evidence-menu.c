/* What can be added as evidence; see the header. What was seen of an objective at a review is added in
 * a menu of that review, the last one first.
 */

#include "oct-plan-evidence-menu.h"

#include <glib/gi18n.h>

#include "oct-text.h"

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *review_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", review_id);
  g_menu_append_item (menu, item);
}

static GMenu *
make_choices (const char *review_id)
{
  GMenu *menu = g_menu_new ();

  append_choice (menu, _("Add _note…"), "evidence.add-note", review_id);
  append_choice (menu, _("Add _link…"), "evidence.add-link", review_id);
  append_choice (menu, _("Add _file…"), "evidence.add-file", review_id);
  append_choice (menu, _("_Choose from what there is…"), "evidence.choose", review_id);

  return menu;
}

/**
 * oct_plan_evidence_menu_new:
 * @book: the book of plans
 * @place: an objective, a milestone or a review
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
oct_plan_evidence_menu_new (OctPlanBook *book, const OctPlanPlace *place)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) here = make_choices ("");
  g_autoptr (GMenu) at_reviews = g_menu_new ();
  GPtrArray *reviews = oct_plan_book_get_children (book, &oct_review_kind, place->plan_id);

  for (guint i = reviews->len; place->objective_id != NULL && i > 0; i--)
    {
      const OctReview *review = g_ptr_array_index (reviews, i - 1);
      g_autoptr (GMenu) choices = make_choices (review->record.id);
      g_autofree char *day = oct_text_date (review->on);
      /* Translators: %s is a day. */
      g_autofree char *label = g_strdup_printf (_("Seen at the review of %s"), day);

      g_menu_append_submenu (at_reviews, label, G_MENU_MODEL (choices));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (here));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (at_reviews));

  return G_MENU_MODEL (menu);
}
