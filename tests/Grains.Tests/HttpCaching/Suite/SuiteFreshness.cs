namespace Aggregator.Tests.HttpCaching.Suite;

/// <summary>
/// Inputs and expectations of the public suite http-cache-tests 0.4.5, a test a line: freshness, directives, dates, credentials. How a line is read stands at
/// <see cref="SuiteStep"/>.
/// </summary>
internal static class SuiteFreshness
{
    public const string Lines = """
        {"id":"freshness-none","kind":"check","steps":[{"pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=3600","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-0","kind":"required","steps":[{"sends":"Cache-Control: max-age=0","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-max-minus-1","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=2147483647","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-max","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=2147483648","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-max-plus-1","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=2147483649","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-max-plus","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=99999999999","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-age","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: 7200","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-date","kind":"check","steps":[{"sends":"Date: @-7200|Cache-Control: max-age=3600","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-expires","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=3600|Expires: @-7200|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-expires-invalid","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=3600|Expires: 0|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-0-expires","kind":"required","steps":[{"sends":"Expires: @3600|Cache-Control: max-age=0|Date: @0","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-extension","kind":"optimal","steps":[{"sends":"Cache-Control: foobar, max-age=3600","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-case-insenstive","kind":"optimal","steps":[{"sends":"Cache-Control: MaX-aGe=3600","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-negative","kind":"required","steps":[{"sends":"Cache-Control: max-age=-3600","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-s-maxage-shared","kind":"required","steps":[{"sends":"Cache-Control: s-maxage=3600","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-s-maxage-shared-longer","kind":"required","steps":[{"sends":"Cache-Control: max-age=3600, s-maxage=1","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-s-maxage-shared-longer-reversed","kind":"required","steps":[{"sends":"Cache-Control: s-maxage=1, max-age=3600","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-s-maxage-shared-longer-multiple","kind":"required","steps":[{"sends":"Cache-Control: max-age=3600|Cache-Control: s-maxage=1","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-s-maxage-shared-shorter","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=1, s-maxage=3600","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-s-maxage-shared-shorter-expires","kind":"optimal","steps":[{"sends":"Expires: @-10|Cache-Control: max-age=0, s-maxage=3600","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-quoted","kind":"check","steps":[{"sends":"Cache-Control: max-age=\"3600\"","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-single-quoted","kind":"required","steps":[{"sends":"Cache-Control: max-age='3600'","unchecked":"Cache-Control","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-ignore-quoted","kind":"required","steps":[{"sends":"Cache-Control: extension=\"max-age=3600\", max-age=1","unchecked":"Cache-Control","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-ignore-quoted-rev","kind":"required","steps":[{"sends":"Cache-Control: max-age=1, extension=\"max-age=3600\"","unchecked":"Cache-Control","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-ignore-quoted-all","kind":"required","steps":[{"sends":"Cache-Control: extension=\"max-age=3600\", max-age=\"1\"","unchecked":"Cache-Control","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-ignore-quoted-all-rev","kind":"required","steps":[{"sends":"Cache-Control: max-age=\"1\", extension=\"max-age=3600\"","unchecked":"Cache-Control","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-leading-zero","kind":"required","steps":[{"sends":"Cache-Control: max-age=003600","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-decimal-zero","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600.0","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-decimal-five","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600.5","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-space-before-equals","kind":"check","steps":[{"sends":"Cache-Control: max-age =3600","unchecked":"Cache-Control","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-space-after-equals","kind":"check","steps":[{"sends":"Cache-Control: max-age= 3600","unchecked":"Cache-Control","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-max-age-a100","kind":"check","steps":[{"sends":"Cache-Control: max-age=a3600","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-100a","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600a","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-multiple-line","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600|Cache-Control: max-age=1800","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-multiple-directive","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600, max-age=1800","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-two-stale-fresh-sameline","kind":"check","steps":[{"sends":"Cache-Control: max-age=1, max-age=1800","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-two-fresh-stale-sameline","kind":"check","steps":[{"sends":"Cache-Control: max-age=1800, max-age=1","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-two-stale-fresh-sepline","kind":"check","steps":[{"sends":"Cache-Control: max-age=1|Cache-Control: max-age=1800","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"freshness-max-age-two-fresh-stale-sepline","kind":"check","steps":[{"sends":"Cache-Control: max-age=1800|Cache-Control: max-age=1","unchecked":"Cache-Control","pauses":true},{"type":"cached"}]}
        {"id":"age-parse-nonnumeric","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: abc","unchecked":"Age","pauses":true},{"type":"not_cached"}]}
        {"id":"age-parse-negative","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: -7200","unchecked":"Age","pauses":true},{"type":"not_cached"}]}
        {"id":"age-parse-float","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: 7200.0","unchecked":"Age","pauses":true},{"type":"not_cached"}]}
        {"id":"age-parse-suffix","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: 7200,0","unchecked":"Age","pauses":true},{"type":"not_cached"}]}
        {"id":"age-parse-prefix","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: 0,7200","unchecked":"Age","pauses":true},{"type":"cached"}]}
        {"id":"age-parse-suffix-twoline","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: 7200|Age: 0","unchecked":"Age","pauses":true},{"type":"not_cached"}]}
        {"id":"age-parse-prefix-twoline","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: 0|Age: 7200","unchecked":"Age","pauses":true},{"type":"not_cached"}]}
        {"id":"age-parse-dup-0","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: 0, 0","unchecked":"Age","pauses":true},{"type":"not_cached"}]}
        {"id":"age-parse-dup-0-twoline","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: 0|Age: 0","unchecked":"Age","pauses":true},{"type":"not_cached"}]}
        {"id":"age-parse-dup-old","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=10000|Age: 3600, 3600","unchecked":"Age","pauses":true},{"type":"not_cached"}]}
        {"id":"age-parse-parameter","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: 7200;foo=bar","unchecked":"Age","pauses":true},{"type":"not_cached"}]}
        {"id":"age-parse-numeric-parameter","kind":"required","steps":[{"sends":"Date: @0|Cache-Control: max-age=3600|Age: 7200;foo=111","unchecked":"Age","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-expires-future","kind":"optimal","steps":[{"sends":"Expires: @2592000|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-past","kind":"required","steps":[{"sends":"Expires: @-2592000|Date: @0","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-expires-present","kind":"required","steps":[{"sends":"Expires: @0|Date: @0"},{"type":"not_cached"}]}
        {"id":"freshness-expires-old-date","kind":"required","steps":[{"sends":"Expires: @300|Date: @400","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-expires-invalid","kind":"required","steps":[{"sends":"Expires: 0|Date: @0","unchecked":"Expires","pauses":true},{"type":"not_cached"}]}
        {"id":"freshness-expires-invalid-date","kind":"optimal","steps":[{"sends":"Date: foo|Expires: @10","unchecked":"Date"},{"type":"cached"}]}
        {"id":"freshness-expires-age-slow-date","kind":"required","steps":[{"sends":"Date: @-10|Expires: @10|Age: 25"},{"type":"not_cached"}]}
        {"id":"freshness-expires-age-fast-date","kind":"required","steps":[{"sends":"Date: @10|Expires: @20|Age: 15"},{"type":"not_cached"}]}
        {"id":"freshness-expires-32bit","kind":"check","steps":[{"sends":"Expires: Tue 19 Jan 2038 14:14:08 GMT|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-far-future","kind":"check","steps":[{"sends":"Expires: Sun 21 Nov 2286 04:46:39 GMT|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-rfc850","kind":"check","steps":[{"sends":"Expires: Thursday, 18-Aug-50 02:01:18 GMT|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-ansi-c","kind":"check","steps":[{"sends":"Expires: Thu Aug  8 02:01:18 2050|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-wrong-case-weekday","kind":"check","steps":[{"sends":"Expires: THU, 18 Aug 2050 02:01:18 GMT|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-wrong-case-month","kind":"check","steps":[{"sends":"Expires: Thu, 18 AUG 2050 02:01:18 GMT|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-wrong-case-tz","kind":"check","steps":[{"sends":"Expires: Thu, 18 Aug 2050 02:01:18 gMT|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-invalid-utc","kind":"check","steps":[{"sends":"Expires: Thu, 18 Aug 2050 02:01:18 UTC|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-invalid-aest","kind":"check","steps":[{"sends":"Expires: Thu, 18 Aug 2050 02:01:18 AEST|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-invalid-2-digit-year","kind":"check","steps":[{"sends":"Expires: Thu, 18 Aug 50 02:01:18 GMT|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-invalid-no-comma","kind":"check","steps":[{"sends":"Expires: Thu 18 Aug 2050 02:01:18 GMT|Date: @0","unchecked":"Expires","pauses":true},{"type":"cached"}]}
        {"id":"freshness-expires-invalid-multiple-spaces","kind":"check","steps":[{"sends":"Expires: Thu, 18  Aug  2050 02:01:18 GMT|Date: @0","unchecked":"Expires"},{"type":"cached"}]}
        {"id":"freshness-expires-invalid-date-dashes","kind":"check","steps":[{"sends":"Expires: Thu, 18-Aug-2050 02:01:18 GMT|Date: @0","unchecked":"Expires"},{"type":"cached"}]}
        {"id":"freshness-expires-invalid-time-periods","kind":"check","steps":[{"sends":"Expires: Thu, 18 Aug 2050 02.01.18 GMT|Date: @0","unchecked":"Expires"},{"type":"cached"}]}
        {"id":"freshness-expires-invalid-1-digit-hour","kind":"check","steps":[{"sends":"Expires: Thu, 18 Aug 2050 2:01:18 GMT|Date: @0","unchecked":"Expires"},{"type":"cached"}]}
        {"id":"freshness-expires-invalid-multiple-lines","kind":"check","steps":[{"sends":"Expires: Thu, 18 Aug 2050 2:01:18 GMT|Expires: Thu, 18 Aug 2050 2:01:19 GMT|Date: @0","unchecked":"Expires"},{"type":"cached"}]}
        {"id":"cc-resp-private-shared","kind":"required","steps":[{"sends":"Cache-Control: private, max-age=3600"},{"type":"not_cached"}]}
        {"id":"cc-resp-no-store","kind":"required","steps":[{"sends":"Cache-Control: no-store"},{"type":"not_cached"}]}
        {"id":"cc-resp-no-store-case-insensitive","kind":"required","steps":[{"sends":"Cache-Control: No-StOrE"},{"type":"not_cached"}]}
        {"id":"cc-resp-no-store-fresh","kind":"required","steps":[{"sends":"Cache-Control: max-age=10000, no-store|Expires: @10000|Date: @0"},{"type":"not_cached"}]}
        {"id":"cc-resp-no-cache","kind":"required","steps":[{"sends":"Cache-Control: max-age=10000, no-cache|Expires: @10000|Date: @0"},{"type":"not_cached"}]}
        {"id":"cc-resp-no-cache-case-insensitive","kind":"required","steps":[{"sends":"Cache-Control: max-age=10000, No-CaChE|Expires: @10000|Date: @0"},{"type":"not_cached"}]}
        {"id":"cc-resp-no-cache-revalidate","kind":"optimal","steps":[{"sends":"Cache-Control: no-cache|ETag: \"abcd\""},{"type":"etag_validated"}]}
        {"id":"cc-resp-no-cache-revalidate-fresh","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=10000, no-cache|Expires: @10000|Date: @0|ETag: \"abcd\""},{"type":"etag_validated"}]}
        {"id":"headers-omit-headers-listed-in-Cache-Control-no-cache-single","kind":"check","steps":[{"sends":"Cache-Control: no-cache=\"a\"|a: 1|b: 2|Cache-Control: max-age=3600|Date: @0","pauses":true},{"type":"cached","expectFields":"b: 2","expectMissing":"a"}]}
        {"id":"headers-omit-headers-listed-in-Cache-Control-no-cache","kind":"check","steps":[{"sends":"Cache-Control: no-cache=\"a, b\"|a: 1|b: 2|c: 3|Cache-Control: max-age=3600|Date: @0","pauses":true},{"type":"cached","expectFields":"c: 3","expectMissing":"a|b"}]}
        {"id":"cc-resp-must-revalidate-fresh","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=10000, must-revalidate|ETag: \"abcd\""},{"type":"cached"}]}
        {"id":"cc-resp-must-revalidate-stale","kind":"required","steps":[{"sends":"Cache-Control: max-age=2, must-revalidate|ETag: \"abcd\""},{"sends":"Cache-Control: max-age=2, must-revalidate|ETag: \"abcd\"","type":"cached","pauses":true},{"type":"etag_validated"}]}
        {"id":"stale-close","kind":"check","steps":[{"sends":"Cache-Control: max-age=2|Template-A: 1","pauses":true},{"disconnects":true,"type":"cached"}]}
        {"id":"stale-503","kind":"check","steps":[{"sends":"Cache-Control: max-age=2|Template-A: 1","pauses":true},{"status":503,"type":"cached","expectStatus":200}]}
        {"id":"stale-sie-close","kind":"check","steps":[{"sends":"Cache-Control: max-age=2, stale-if-error=60","pauses":true},{"disconnects":true,"type":"cached"}]}
        {"id":"stale-sie-503","kind":"check","steps":[{"sends":"Cache-Control: max-age=2, stale-if-error=60","pauses":true},{"disconnects":true,"type":"cached"}]}
        {"id":"stale-close-must-revalidate","kind":"required","steps":[{"sends":"Cache-Control: max-age=2, must-revalidate","pauses":true},{"disconnects":true,"type":"not_cached"}]}
        {"id":"stale-close-proxy-revalidate","kind":"required","steps":[{"sends":"Cache-Control: max-age=2, proxy-revalidate","pauses":true},{"disconnects":true,"type":"not_cached"}]}
        {"id":"stale-close-no-cache","kind":"required","steps":[{"sends":"Cache-Control: max-age=2, no-cache","pauses":true},{"disconnects":true,"type":"not_cached"}]}
        {"id":"stale-close-s-maxage=2","kind":"required","steps":[{"sends":"Cache-Control: max-age=2, s-maxage=2","pauses":true},{"disconnects":true,"type":"not_cached"}]}
        {"id":"stale-warning-stored","kind":"check","steps":[{"sends":"Expires: @-5000|Last-Modified: @-100000|Date: @0"},{"disconnects":true,"type":"cached","expectFields":"warning"}]}
        {"id":"stale-warning-become","kind":"check","steps":[{"sends":"Cache-Control: max-age=2|Template-A: 1","pauses":true},{"disconnects":true,"type":"cached","expectFields":"warning"}]}
        {"id":"heuristic-200-cached","kind":"optimal","steps":[{"status":200,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":200,"body":"AAAAAAAAAAAAAAA","type":"cached"}]}
        {"id":"heuristic-201-not_cached","kind":"required","steps":[{"status":201,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":201,"body":"AAAAAAAAAAAAAAA","type":"not_cached"}]}
        {"id":"heuristic-202-not_cached","kind":"required","steps":[{"status":202,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":202,"body":"AAAAAAAAAAAAAAA","type":"not_cached"}]}
        {"id":"heuristic-203-cached","kind":"optimal","steps":[{"status":203,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":203,"body":"AAAAAAAAAAAAAAA","type":"cached"}]}
        {"id":"heuristic-204-cached","kind":"optimal","steps":[{"status":204,"sends":"Last-Modified: @-86400|Date: @0","body":""},{"status":204,"body":"","type":"cached"}]}
        {"id":"heuristic-403-not_cached","kind":"required","steps":[{"status":403,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":403,"body":"AAAAAAAAAAAAAAA","type":"not_cached"}]}
        {"id":"heuristic-404-cached","kind":"optimal","steps":[{"status":404,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":404,"body":"AAAAAAAAAAAAAAA","type":"cached"}]}
        {"id":"heuristic-405-cached","kind":"optimal","steps":[{"status":405,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":405,"body":"AAAAAAAAAAAAAAA","type":"cached"}]}
        {"id":"heuristic-410-cached","kind":"optimal","steps":[{"status":410,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":410,"body":"AAAAAAAAAAAAAAA","type":"cached"}]}
        {"id":"heuristic-414-cached","kind":"optimal","steps":[{"status":414,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":414,"body":"AAAAAAAAAAAAAAA","type":"cached"}]}
        {"id":"heuristic-501-cached","kind":"optimal","steps":[{"status":501,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":501,"body":"AAAAAAAAAAAAAAA","type":"cached"}]}
        {"id":"heuristic-502-not_cached","kind":"required","steps":[{"status":502,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":502,"body":"AAAAAAAAAAAAAAA","type":"not_cached"}]}
        {"id":"heuristic-503-not_cached","kind":"required","steps":[{"status":503,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":503,"body":"AAAAAAAAAAAAAAA","type":"not_cached"}]}
        {"id":"heuristic-504-not_cached","kind":"required","steps":[{"status":504,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":504,"body":"AAAAAAAAAAAAAAA","type":"not_cached"}]}
        {"id":"heuristic-599-not_cached","kind":"required","steps":[{"status":599,"sends":"Last-Modified: @-86400|Date: @0","body":"AAAAAAAAAAAAAAA"},{"status":599,"body":"AAAAAAAAAAAAAAA","type":"not_cached"}]}
        {"id":"heuristic-599-cached","kind":"optimal","steps":[{"status":599,"sends":"Last-Modified: @-86400|Date: @0|Cache-Control: public","body":"AAAAAAAAAAAAAAA"},{"status":599,"body":"AAAAAAAAAAAAAAA","type":"cached"}]}
        {"id":"heuristic-delta-5","kind":"check","steps":[{"sends":"Last-Modified: @-5|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"heuristic-delta-10","kind":"check","steps":[{"sends":"Last-Modified: @-10|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"heuristic-delta-30","kind":"check","steps":[{"sends":"Last-Modified: @-30|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"heuristic-delta-60","kind":"check","steps":[{"sends":"Last-Modified: @-60|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"heuristic-delta-300","kind":"check","steps":[{"sends":"Last-Modified: @-300|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"heuristic-delta-600","kind":"check","steps":[{"sends":"Last-Modified: @-600|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"heuristic-delta-1200","kind":"check","steps":[{"sends":"Last-Modified: @-1200|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"heuristic-delta-1800","kind":"check","steps":[{"sends":"Last-Modified: @-1800|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"heuristic-delta-3600","kind":"check","steps":[{"sends":"Last-Modified: @-3600|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"heuristic-delta-43200","kind":"check","steps":[{"sends":"Last-Modified: @-43200|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"heuristic-delta-86400","kind":"check","steps":[{"sends":"Last-Modified: @-86400|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"method-POST","kind":"optimal","steps":[{"method":"POST","asks":"Content-Type: text/plain","sends":"Expires: @2592000|Content-Location: ~|Date: @0","pauses":true},{"type":"cached"}]}
        {"id":"ccreq-ma0","kind":"check","steps":[{"sends":"Expires: @100000|Last-Modified: @0|Date: @0","pauses":true},{"asks":"Cache-Control: max-age=0","type":"not_cached"}]}
        {"id":"ccreq-ma1","kind":"check","steps":[{"sends":"Expires: @100000|Last-Modified: @0|Date: @0","pauses":true},{"asks":"Cache-Control: max-age=1","type":"not_cached"}]}
        {"id":"ccreq-magreaterage","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600|Age: 1800"},{"asks":"Cache-Control: max-age=600","type":"not_cached"}]}
        {"id":"ccreq-max-stale","kind":"check","steps":[{"sends":"Cache-Control: max-age=1","pauses":true},{"asks":"Cache-Control: max-stale=1000","type":"cached"}]}
        {"id":"ccreq-max-stale-age","kind":"check","steps":[{"sends":"Cache-Control: max-age=1500|Age: 2000"},{"asks":"Cache-Control: max-stale=1000","type":"cached"}]}
        {"id":"ccreq-min-fresh","kind":"check","steps":[{"sends":"Cache-Control: max-age=1500"},{"asks":"Cache-Control: min-fresh=2000","type":"not_cached"}]}
        {"id":"ccreq-min-fresh-age","kind":"check","steps":[{"sends":"Cache-Control: max-age=1500|Age: 1000"},{"asks":"Cache-Control: min-fresh=1000","type":"not_cached"}]}
        {"id":"ccreq-no-cache","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600"},{"asks":"Cache-Control: no-cache","type":"not_cached"}]}
        {"id":"ccreq-no-cache-lm","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600|Last-Modified: @-10000|Date: @0"},{"asks":"Cache-Control: no-cache","type":"lm_validated"}]}
        {"id":"ccreq-no-cache-etag","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600|ETag: AIQYGOWEMUCKSAI"},{"asks":"Cache-Control: no-cache","type":"etag_validated"}]}
        {"id":"ccreq-no-store","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600"},{"asks":"Cache-Control: no-store","type":"not_cached"}]}
        {"id":"ccreq-oic","kind":"check","steps":[{"asks":"Cache-Control: only-if-cached","expectStatus":504,"expectBody":null}]}
        {"id":"pragma-request-no-cache","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600"},{"asks":"Pragma: no-cache","type":"cached"}]}
        {"id":"pragma-request-extension","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600"},{"asks":"Pragma: unrecognised-extension","type":"cached"}]}
        {"id":"pragma-response-no-cache","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600|Pragma: no-cache"},{"type":"cached"}]}
        {"id":"pragma-response-no-cache-heuristic","kind":"check","steps":[{"sends":"Last-Modified: @-10000|Pragma: no-cache"},{"type":"cached"}]}
        {"id":"pragma-response-extension","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600|Pragma: unrecognised-extension"},{"type":"cached"}]}
        {"id":"other-authorization","kind":"required","steps":[{"asks":"Authorization: FOO","sends":"Expires: @2592000|Date: @0","expectAsked":"Authorization: FOO","pauses":true},{"type":"not_cached"}]}
        {"id":"other-authorization-public","kind":"optimal","steps":[{"asks":"Authorization: FOO","sends":"Cache-Control: max-age=3600, public|Date: @0","expectAsked":"Authorization: FOO","pauses":true},{"type":"cached"}]}
        {"id":"other-authorization-must-revalidate","kind":"optimal","steps":[{"asks":"Authorization: FOO","sends":"Cache-Control: max-age=3600, must-revalidate|Date: @0","expectAsked":"Authorization: FOO","pauses":true},{"type":"cached"}]}
        {"id":"other-authorization-smaxage","kind":"optimal","steps":[{"asks":"Authorization: FOO","sends":"Cache-Control: s-maxage=3600|Date: @0","expectAsked":"Authorization: FOO","pauses":true},{"type":"cached"}]}
        {"id":"other-age-gen","kind":"required","steps":[{"sends":"Expires: @2592000|Date: @0","pauses":true},{"type":"cached","expectFields":"Age> 2"}]}
        {"id":"other-age-update-expires","kind":"required","steps":[{"sends":"Expires: @2592000|Date: @0|Age: 30","pauses":true},{"type":"cached","expectFields":"Age> 32"}]}
        {"id":"other-age-update-max-age","kind":"required","steps":[{"sends":"Cache-Control: max-age=600|Date: @0|Age: 30","pauses":true},{"type":"cached","expectFields":"Age> 32"}]}
        {"id":"other-date-update","kind":"required","steps":[{"sends":"Expires: @2592000|Date: @0","pauses":true},{"type":"cached","expectFields":"Date: @0"}]}
        {"id":"query-args-different","kind":"required","steps":[{"query":"test=AYWUSQOMKIGECAY","sends":"Expires: @100000|Last-Modified: @0|Date: @0"},{"query":"test=AZYXWVUTSRQPONM","type":"not_cached"}]}
        {"id":"query-args-same","kind":"optimal","steps":[{"query":"test=AZYXWVUTSRQPONM","sends":"Expires: @100000|Last-Modified: @0|Date: @0"},{"query":"test=AZYXWVUTSRQPONM","type":"cached"}]}
        {"id":"other-heuristic-content-disposition-attachment","kind":"check","steps":[{"sends":"Last-Modified: @-100000|Date: @0|Content-Disposition: attachment; filename=example.txt"},{"type":"cached"}]}
        {"id":"other-fresh-content-disposition-attachment","kind":"check","steps":[{"sends":"Cache-Control: max-age=3600|Content-Disposition: attachment; filename=example.txt"},{"type":"cached"}]}
        {"id":"other-set-cookie","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=3600|Set-Cookie: a=b"},{"type":"cached"}]}
        {"id":"other-cookie","kind":"optimal","steps":[{"sends":"Cache-Control: max-age=3600"},{"asks":"Cookie: a=b","type":"cached"}]}
        """;
}
