/* Whether a text or a file's name looks like a record about one person, which doesn't belong here.
 *
 * A quiet warning stands beside free text and files: no cases of staff, no named pupils. It is a
 * hint and never refuses anything, so it is conservative: it speaks up only for words that hardly
 * occur in the judgement of a trust.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OCT_PERSONAL_NONE,
  OCT_PERSONAL_STAFF_CASE, /* a disciplinary, capability or sickness case */
  OCT_PERSONAL_PUPIL,      /* a pupil's plan, exclusion or safeguarding record */
  OCT_PERSONAL_NUMBER,     /* a number that names one person: UPN, National Insurance */
} OctPersonalText;

OctPersonalText oct_text_looks_personal (const char *text);
/* (nullable): what to say beside the text, translated; %NULL for %OCT_PERSONAL_NONE. */
const char *oct_personal_text_to_warning (OctPersonalText kind);

G_END_DECLS
