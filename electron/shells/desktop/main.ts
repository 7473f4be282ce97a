// Starts the desktop shell. Runs in Electron's main process.
import { app } from 'electron'

void app.whenReady()
