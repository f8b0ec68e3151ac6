-- Each request signs up an address that never comes again. The word behind "--" is in all addresses of a run.

local DOMAINS = 2000
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init(args)
    local before = '{"email":"reader-' .. args[1] .. "-" .. number .. "-"
    local headers = { ["Content-Type"] = "application/json" }
    local next = 0
    request = function()
        next = next + 1
        local body = before .. next .. "@mail" .. next % DOMAINS .. '.example","newsletters":["markets"]}'
        return wrk.format("POST", nil, headers, body)
    end
end
