-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "claim_token" TEXT,
ADD COLUMN     "claim_until" TIMESTAMPTZ(3) NOT NULL DEFAULT 'epoch',
ADD COLUMN     "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "last_error" TEXT,
ADD COLUMN     "sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'kept';

ALTER TABLE mail
  ADD CONSTRAINT mail_state_known CHECK (state IN ('kept', 'due', 'handed_over', 'sent', 'refused', 'unclear')),
  ADD CONSTRAINT mail_sent_when CHECK ((state = 'sent') = (sent_at IS NOT NULL));

-- What is still to be posted; everything else is history.
CREATE INDEX mail_to_post ON mail (due_at) WHERE state IN ('due', 'handed_over');
