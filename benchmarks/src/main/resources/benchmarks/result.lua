-- One line of JSON at the end of every run, whatever was asked for.
function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        '{"requests":%d,"microseconds":%d,"bytes":%d,"errors":%d,"p50Microseconds":%d,"p99Microseconds":%d}\n',
        summary.requests, summary.duration, summary.bytes,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout,
        latency:percentile(50), latency:percentile(99)))
end
