import { type JsonObject, duration } from '#shared/base/index';
import { delaysOf } from './delays';

/** The delays before each retry as bars; with jitter the bar is hollow, for the delay may be anything below its top. */
export function DelayChart({ retrier }: { retrier: JsonObject }) {
  const delays = delaysOf(retrier);
  if (delays.length === 0)
    return <p className="note">Never retried: MaxAttempts is 0. It keeps later retriers from matching.</p>;
  const highest = Math.max(...delays.map((delay) => delay.most), 1);
  const total = delays.reduce((sum, delay) => sum + delay.most, 0);
  const jitter = delays.some((delay) => delay.least < delay.most);
  const text = `${delays.length} ${delays.length === 1 ? 'retry' : 'retries'}, ${jitter ? 'up to ' : ''}${duration(total)} in all`;
  return (
    <figure className="inspector-delays">
      <div
        className="inspector-delays__bars"
        role="img"
        aria-label={`Delays before retries: ${delays.map((delay) => duration(delay.most)).join(', ')}`}
      >
        {delays.map((delay) => (
          <div
            key={delay.attempt}
            className="inspector-delays__column"
            title={`Retry ${delay.attempt}: ${jitter ? 'up to ' : ''}${duration(delay.most)}`}
          >
            <span className="inspector-delays__label">{delays.length <= 6 ? duration(delay.most) : ''}</span>
            <div
              className={jitter ? 'inspector-delays__bar inspector-delays__bar--jitter' : 'inspector-delays__bar'}
              style={{ height: Math.max(3, (delay.most / highest) * 36) }}
            />
          </div>
        ))}
      </div>
      <figcaption>{text}</figcaption>
    </figure>
  );
}
