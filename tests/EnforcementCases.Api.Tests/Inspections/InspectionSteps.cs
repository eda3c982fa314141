using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;

namespace EnforcementCases.Api.Tests.Inspections;

/// <summary>A street that checks one category of objects, which no other test knows.</summary>
/// <param name="Street">Code of the street.</param>
/// <param name="Monday">The day of its checks, at ten.</param>
internal sealed record Inspected(ApiFixture Api, string Street, DateTimeOffset Monday)
{
    public static Inspected In(ApiFixture api, string street = "hg", DateTimeOffset? monday = null) =>
        new(api, street, monday ?? CaseSteps.Monday);

    public string Category { get; } = $"餐饮{Guid.NewGuid():N}";

    public DateOnly Day => DateOnly.FromDateTime(Monday.Date);

    public ApiClient As(string role) => Api.SignedInAs($"{Street}-{role}");

    public Guid Person(string role) => DemoIds.Person($"{Street}-{role}");

    /// <summary>Ten days before the checks: objects are entered and plans made then.</summary>
    public DateTimeOffset Planned => Monday.AddDays(-10);

    public static string TagOf(JsonElement versioned) =>
        $"\"{versioned.GetProperty("id").GetGuid():N}.{versioned.GetProperty("version").GetInt32()}\"";

    public Task<ApiAnswer> Post(string role, string path, object body, JsonElement? seen = null) =>
        As(role).PostJson(path, body, ifMatch: seen is { } s ? TagOf(s) : null);

    /// <summary>Posts what has to succeed.</summary>
    public async Task<JsonElement> Done(string role, string path, object body, JsonElement? seen = null)
    {
        var answer = await Post(role, path, body, seen);
        answer.Status.ShouldBeOneOf([200, 201], $"{path}: {answer.Body}");
        return answer.Body;
    }

    public async Task<JsonElement> Read(string role, string path)
    {
        var answer = await As(role).GetJson(path);
        answer.Status.ShouldBe(200, $"{path}: {answer.Body}");
        return answer.Body;
    }

    public Task<JsonElement> AnObject(string name = "新开饭店", string kind = "LegalPerson", string? creditCode = null) =>
        Done(
            "officer1",
            "inspections/objects",
            new
            {
                kind,
                name,
                address = "新开中路36号",
                category = Category,
                creditCode,
                doneAt = Planned,
            }
        );

    public Dictionary<string, object?> Plan(int? cap = null) =>
        new(StringComparer.Ordinal)
        {
            ["year"] = Monday.Year,
            ["category"] = Category,
            ["plannedChecks"] = 40,
            ["matters"] = "油烟净化设施使用情况",
            ["standards"] = "餐饮业油烟排放标准",
            ["capPerObject"] = cap,
            ["capSource"] = cap is null ? null : "津滨司发〔2024〕1号",
            ["doneAt"] = Planned,
        };

    /// <summary>A plan that the head approved.</summary>
    public async Task<JsonElement> APlan(int? cap = null)
    {
        var plan = await Done("teamlead", "inspections/plans", Plan(cap));
        return await Done("head", $"inspections/plans/{Id(plan)}/approval", new { doneAt = Planned.AddHours(1) }, plan);
    }

    public static Guid Id(JsonElement of) => of.GetProperty("id").GetGuid();

    public Dictionary<string, object?> Application(JsonElement @object) =>
        new(StringComparer.Ordinal)
        {
            ["objectId"] = Id(@object),
            ["type"] = "Daily",
            ["plannedOn"] = Day,
            ["matters"] = "油烟净化设施使用情况",
            ["officerIds"] = new[] { Person("officer1"), Person("officer2") },
            ["doneAt"] = Monday.AddDays(-3),
        };

    public Task<JsonElement> AnApplication(JsonElement @object) => Done("officer1", "inspections/checks", Application(@object));

    public Task<JsonElement> Act(JsonElement check, string act, object body, string role = "officer1") =>
        Done(role, $"inspections/checks/{Id(check)}/acts/{act}", body, check);

    public Task<ApiAnswer> Try(JsonElement check, string act, object body, string role = "officer1") =>
        Post(role, $"inspections/checks/{Id(check)}/acts/{act}", body, check);

    public object Approval => new { approved = true, doneAt = Monday.AddDays(-2) };

    /// <summary>A check of an object that the lead approved; with its code, as its officers see it.</summary>
    public async Task<JsonElement> AnApproved(JsonElement @object)
    {
        var check = await Act(await AnApplication(@object), "decide", Approval, "teamlead");
        return await Read("officer1", $"inspections/checks/{Id(check)}");
    }

    public Dictionary<string, object?> Entry(JsonElement check) =>
        new(StringComparer.Ordinal)
        {
            ["doneAt"] = Monday,
            ["code"] = check.GetProperty("code").GetString(),
            ["notifiedAt"] = Monday.AddDays(-1),
            ["certificatesShownAt"] = Monday.AddMinutes(-1),
        };

    public Dictionary<string, object?> Findings(string result = "NoProblem") =>
        new(StringComparer.Ordinal)
        {
            ["doneAt"] = Monday.AddHours(1),
            ["findings"] = "设施正常使用。",
            ["result"] = result,
            ["signed"] = true,
        };

    /// <summary>A check whose record is complete.</summary>
    public async Task<JsonElement> ARecorded(JsonElement @object, string result = "NoProblem")
    {
        var check = await AnApproved(@object);
        check = await Act(check, "enter", Entry(check));
        return await Act(check, "record", Findings(result));
    }

    /// <summary>What waits, of one thing.</summary>
    public async Task<List<string>> WorkOf(string role, JsonElement thing, string query = "") =>
        [
            .. (await Read(role, $"inspections/work?{query}"))
                .GetProperty("items")
                .EnumerateArray()
                .Where(i => Id(i) == Id(thing))
                .Select(i => i.GetProperty("kind").GetString()!),
        ];

    /// <summary>The refusal names the member that is at fault.</summary>
    public static void ShouldPointAt(ApiAnswer answer, string pointer) =>
        answer["errors"][0].GetProperty("pointer").GetString().ShouldBe(pointer, answer.Body.ToString());
}
