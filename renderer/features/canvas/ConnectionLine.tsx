import { useConnection, type ConnectionLineComponentProps, type InternalNode } from '@xyflow/react';
import { connectionProblem } from './connectionProblem';
import { endOf, type FlowNode } from './flowNodes';
import { useActiveDocument } from '../../editor/useActive';

/** The wire while it is drawn; over a card that it may not reach it says why. */
export function ConnectionLine({ fromX, fromY, toX, toY, connectionStatus }: ConnectionLineComponentProps<FlowNode>) {
  const document = useActiveDocument();
  const connection = useConnection<InternalNode<FlowNode>>();
  const target = connection.inProgress ? connection.toNode : null;
  const problem =
    connection.inProgress && target && document
      ? connectionProblem(
          document.definition,
          endOf(connection.fromNode.internals.userNode),
          endOf(target.internals.userNode),
          connection.fromHandle.id === 'catch' ? 'catch' : undefined,
        )
      : null;
  const mid = (fromY + toY) / 2;
  return (
    <g className={`canvas-wire canvas-wire--${problem ? 'refused' : (connectionStatus ?? 'open')}`}>
      <path d={`M ${fromX} ${fromY} C ${fromX} ${mid}, ${toX} ${mid}, ${toX} ${toY}`} />
      <circle cx={toX} cy={toY} r={4} />
      {problem ? (
        <foreignObject x={toX + 12} y={toY + 8} width={300} height={40} className="canvas-wire__why">
          <span role="alert">{problem}</span>
        </foreignObject>
      ) : null}
    </g>
  );
}
