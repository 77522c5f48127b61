import type { Question } from '../editor/store';
import { Button, Dialog } from '../ui/controls';

export function QuestionDialog({ question }: { question: Question }) {
  return (
    <Dialog title={question.title} text={question.text} onClose={() => question.answer(null)}>
      <div className="dialog__actions">
        {question.answers.map(({ id, label, look }) => (
          <Button
            key={id}
            {...(look ? { look } : {})}
            autoFocus={look === 'primary'}
            onClick={() => question.answer(id)}
          >
            {label}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
