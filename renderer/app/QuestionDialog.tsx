import type { Question } from '../editor/store';
import { Button, Dialog } from '../ui/controls';

export function QuestionDialog({ question }: { question: Question }) {
  const { title, text, answers, answer } = question;
  return (
    <Dialog title={title} text={text} onClose={() => answer(null)}>
      {answers.some(({ about }) => about !== undefined) ? (
        <ul className="export-list">
          {answers.map(({ id, label, about }, index) => (
            <li key={id}>
              <button type="button" className="export-list__item" autoFocus={index === 0} onClick={() => answer(id)}>
                <strong>{label}</strong>
                <span>{about}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <div className="dialog__actions">
          {answers.map(({ id, label, look }) => (
            <Button key={id} {...(look ? { look } : {})} autoFocus={look === 'primary'} onClick={() => answer(id)}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </Dialog>
  );
}
