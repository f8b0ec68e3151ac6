-- With a file of paths behind "--", each thread asks for all of them, over and over, in an order of its own. Without one,
-- wrk sends the same request again and again, and no Lua runs while it does.

local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init(args)
    if not args[1] then
        return
    end
    local requests = {}
    for path in io.lines(args[1]) do
        requests[#requests + 1] = wrk.format("GET", path)
    end
    math.randomseed(number)
    for i = #requests, 2, -1 do
        local other = math.random(i)
        requests[i], requests[other] = requests[other], requests[i]
    end
    local next = 0
    request = function()
        next = next % #requests + 1
        return requests[next]
    end
end
