-- Neovim's own LSP client (0.7 or newer) starts the server over standard input and output, as any editor may.
-- Run by neovim.mjs, which sets PRESSMARK_NODE, PRESSMARK_SERVER and PRESSMARK_CORPUS.
local node = assert(os.getenv('PRESSMARK_NODE'))
local server = assert(os.getenv('PRESSMARK_SERVER'))
local corpus = assert(os.getenv('PRESSMARK_CORPUS'))
local LIMIT = 20000
local passed, failed = 0, 0

local function check(name, ok, detail)
  if ok then passed = passed + 1 else failed = failed + 1 end
  io.stdout:write((ok and 'ok ' or 'FAILED ') .. name .. ((not ok and detail) and ('  ' .. tostring(detail)) or '') .. '\n')
end

local function slurp(path)
  local file = io.open(path)
  if not file then return nil end
  local text = file:read('*a')
  file:close()
  return text
end

local function eventually(question) return vim.wait(LIMIT, question, 20) end

local function titles(actions)
  local all = {}
  for _, action in ipairs(actions) do table.insert(all, action.title) end
  return table.concat(all, ' | ')
end

local function main()
  vim.cmd('edit ' .. corpus .. '/pasar.txt')
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'pressmark',
    cmd = { node, server, '--stdio' },
    root_dir = corpus,
    workspace_folders = { { uri = vim.uri_from_fname(corpus), name = 'corpus' } },
  })
  check('the server starts', id ~= nil)
  vim.lsp.buf_attach_client(buffer, id)
  local client = vim.lsp.get_client_by_id(id)
  check('it answers initialize', eventually(function() return client.initialized end))
  local can = client.server_capabilities
  check('it offers hover and code actions', can.hoverProvider and can.codeActionProvider)

  local function request(method, params)
    local answers = vim.lsp.buf_request_sync(buffer, method, params, LIMIT)
    return answers and answers[id] and answers[id].result
  end
  local function with_code(code)
    for _, d in ipairs(vim.diagnostic.get(buffer)) do
      if d.code == code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code == code) then return d end
    end
  end

  check('diagnostics are pushed', eventually(function() return with_code('spacing/punct') ~= nil end))
  local damage = with_code('spacing/punct')
  check('they say where and how bad', damage and damage.lnum == 4 and damage.severity == vim.diagnostic.severity.WARN, vim.inspect(damage))
  check('a sentence in another language is found', eventually(function() return with_code('untranslated/sentence') ~= nil end))

  local document = vim.lsp.util.make_text_document_params(buffer)
  local hover = request('textDocument/hover', { textDocument = document, position = { line = 0, character = 2 } })
  check('a name has a card', hover and vim.inspect(hover.contents):find('Q159') ~= nil, vim.inspect(hover))

  local at_name = { start = { line = 0, character = 0 }, ['end'] = { line = 0, character = 5 } }
  local function actions_at(range)
    return request('textDocument/codeAction', { textDocument = document, range = range, context = { diagnostics = {} } }) or {}
  end
  local function choose(title)
    local actions = actions_at(at_name)
    for _, action in ipairs(actions) do
      if action.title:find(title, 1, true) == 1 then return action, titles(actions) end
    end
    return nil, titles(actions)
  end
  -- What Neovim does with a chosen action: resolve it where it has no edit, apply the edit, run the command.
  local function perform(action)
    if not action.edit and not action.command then action = request('codeAction/resolve', action) or action end
    if action.edit then vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding) end
    if action.command then
      local command = type(action.command) == 'table' and action.command or action
      request('workspace/executeCommand', { command = command.command, arguments = command.arguments })
    end
  end

  local tag, offered = choose('Tag as GPE: Rusia')
  check('tags are offered', tag ~= nil, offered)
  local before = slurp(corpus .. '/pasar.txt')
  if tag then perform(tag) end
  local sidecar = corpus .. '/pasar.txt.ann.json'
  local function in_buffer(pattern)
    local number = vim.fn.bufnr(sidecar)
    return number > 0 and table.concat(vim.api.nvim_buf_get_lines(number, 0, -1, false), '\n'):find(pattern) ~= nil
  end
  check('a tag opens and changes the sidecar', eventually(function() return in_buffer('"label":"GPE"') end))
  vim.cmd('silent wall')
  local written = slurp(sidecar)
  check('after :wall it is on the disk', written and written:find('"text":"Rusia"', 1, true) ~= nil, written)
  -- Neovim 0.7 ends a file that an edit fills with one empty line more; readers do not mind.
  check('the file is JSON', written and pcall(vim.fn.json_decode, written) and written:find('}\n+$') ~= nil, written)
  check('the article is untouched', slurp(corpus .. '/pasar.txt') == before)

  local remove, now_offered = choose('Remove GPE')
  check('a tag can be removed', remove ~= nil, now_offered)
  if remove then perform(remove) end
  check('the sidecar no longer has it', eventually(function() return not in_buffer('"label":"GPE"') end))

  vim.api.nvim_buf_set_lines(buffer, 4, 5, false, { 'Para pedagang di pasar tidak percaya bahwa harga akan turun bulan depan.' })
  check('a mended line loses its finding', eventually(function() return with_code('spacing/punct') == nil end))

  local symbols = request('textDocument/references', {
    textDocument = document, position = { line = 0, character = 2 }, context = { includeDeclaration = true },
  })
  check('mentions are found in the whole corpus', symbols and #symbols >= 3, vim.inspect(symbols))

  client.stop()
  check('the server stops', eventually(function() return client.is_stopped() end))
end

local ok, problem = xpcall(main, debug.traceback)
if not ok then check('the script', false, problem) end
io.stdout:write(string.format('%d passed, %d failed\n', passed, failed))
vim.cmd(failed == 0 and passed > 0 and 'qall!' or 'cquit 1')
