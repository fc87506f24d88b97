import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

export const isLoopback = (address: string | undefined): boolean => address !== undefined && LOOPBACK.has(address);

/**
 * Closes every connection to a server of this process that comes from another machine. The queue engine listens on all
 * addresses and cannot be told otherwise, and what it holds is not for the neighbours.
 */
export function refuseOtherMachines(): () => void {
  const onSocket = (message: unknown) => {
    const socket = typeof message === 'object' && message !== null && 'socket' in message ? message.socket : undefined;
    if (socket instanceof Socket && socket.remoteFamily !== undefined && !isLoopback(socket.remoteAddress)) {
      socket.destroy();
    }
  };
  subscribe('net.server.socket', onSocket);
  return () => unsubscribe('net.server.socket', onSocket);
}
