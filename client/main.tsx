import { render } from 'preact'
import { App } from './app.tsx'
import './styles/tokens.css'
import './styles/ground.css'
import './styles/frame.css'
import './styles/controls.css'
import './styles/status.css'
import './styles/table.css'
import './styles/print.css'

const root = document.getElementById('app')
if (root) render(<App />, root)
