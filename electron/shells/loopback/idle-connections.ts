// Keeps silent connections from using up the program's sockets. Loopback shell.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** The connections of a server on which no request is being answered. */
export interface IdleConnections {
  /** Cuts them all. */
  close(): void
}

/**
 * Allows `server` at most `limit` connections on which nothing is being answered. One more, and the one that
 * has been silent longest is cut: newcomers are always let in, so nobody can lock the page out by opening connections.
 */
export function boundIdleConnections(server: Server, limit: number): IdleConnections {
  // A Set keeps the order of arrival: the first is the one that has been silent longest.
  const idle = new Set<Socket>()

  const add = (socket: Socket): void => {
    if (socket.destroyed) return
    idle.add(socket)
    const [oldest] = idle
    if (idle.size > limit) oldest?.destroy()
  }

  server.on('connection', (socket: Socket) => {
    socket.once('close', () => idle.delete(socket))
    add(socket)
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    idle.delete(socket)
    response.once('close', () => add(socket))
  })

  return {
    close() {
      for (const socket of idle) socket.destroy()
    },
  }
}
