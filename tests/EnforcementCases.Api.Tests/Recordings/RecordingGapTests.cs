using System.Text.Json;
using EnforcementCases.Api.Recordings;
using EnforcementCases.Api.Tests.Catalogue;
using EnforcementCases.Api.Tests.Evidence;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Recording;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Recordings;

/// <summary>The recording matrix, and the gaps that it finds once a place has put it in force.</summary>
public sealed class RecordingGapTests(ApiFixture shared)
{
    [Fact]
    public async Task The_matrix_has_every_act_once_and_asks_for_no_less_than_the_law()
    {
        var version = RecordingMatrixData.Versions.ShouldHaveSingleItem();
        version.Rows.Select(r => r.Act).Order().ShouldBe(Enum.GetValues<RecordedAct>());
        foreach (var row in version.Rows)
            row.Video.ShouldBe(RecordingMatrix.DutyOf(row.Act, mandatoryHere: []), $"{row.Act}");

        var matrix = await shared.SignedInAs("hg-officer1").GetJson("recording/matrix?onDate=2024-05-13");
        matrix.Status.ShouldBe(200, matrix.Body.ToString());
        matrix["version"].GetInt32().ShouldBe(1);
        matrix["inForce"].GetBoolean().ShouldBeFalse("the place has put none in force");
        RowOf(matrix["rows"], "Seal").GetProperty("video").GetString().ShouldBe("Mandatory");
        RowOf(matrix["rows"], "Hearing").GetProperty("video").GetString().ShouldBe("Mandatory", "by the place's default");
        RowOf(matrix["rows"], "Inquiry").GetProperty("video").GetString().ShouldBe("Optional");
        RowOf(matrix["rows"], "LegalReview").GetProperty("video").GetString().ShouldBe("None");

        var before = await shared.SignedInAs("hg-officer1").GetJson("recording/matrix?onDate=2021-07-14");
        before["version"].ValueKind.ShouldBe(JsonValueKind.Null);
        before["rows"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_matrix_in_force_a_case_has_no_gap()
    {
        var @case = await shared.GivenFiledCase();
        await @case.Investigate();

        var recording = await shared.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/recording");

        recording.Status.ShouldBe(200, recording.Body.ToString());
        var acts = recording["acts"].EnumerateArray().ToList();
        acts.Select(a => a.GetProperty("act").GetString()).ShouldBe(["RecordScene", "RecordInquiry"]);
        acts.ShouldAllBe(a => a.GetProperty("matrixVersion").ValueKind == JsonValueKind.Null);
        recording["gaps"].GetArrayLength().ShouldBe(0);
        (await shared.SignedInAs("hg-officer1").GetJson($"cases/{Guid.NewGuid()}/recording")).ShouldBeProblem(404, "case.not-found");
    }

    [Fact]
    public async Task The_gaps_of_a_case_follow_from_the_films_that_its_acts_name()
    {
        await using var api = await ApiFixture.StartAsync();
        await api.Change(
            CatalogueSteps.With(
                "parameters",
                CatalogueSteps.Parameter("recording.matrix", "inForce"),
                CatalogueSteps.Parameter("recording.mandatory", "EvidenceTaking,SceneInspection,Hearing,LeavingService")
            )
        );
        var @case = await api.GivenFiledCase();
        var film = SampleFiles.Film(@case.At(0, 14, 30), TimeSpan.FromMinutes(20));
        await @case.Done(
            "record-scene",
            new
            {
                doneAt = @case.At(0, 15),
                startedAt = @case.At(0, 14, 30),
                attendance = OrdinaryCase.Attendance(@case.At(0, 14, 25)),
                evidenceId = @case.SceneId,
                place = "汉沽街道新开中路36号门前",
                inspectedName = OrdinarySteps.PartyName,
                findings = "新开中路36号门前堆放水泥、砖块。",
                recusalAnswer = "不申请回避。",
                signature = new { signed = true },
                recordSha256 = new string('a', 64),
                mediaSha256 = new[] { SampleFiles.Sha256(film) },
            }
        );

        (await Kinds()).ShouldBe(["NotArrived"]);
        await new Uploader(api).Upload(@case.Id, film, "video/mp4");

        var recording = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/recording");
        recording["acts"][0].GetProperty("mandatory").EnumerateArray().Select(m => m.GetString()).ShouldBe(["Video"]);
        var gaps = recording["gaps"].EnumerateArray().ToList();
        gaps.Select(g => g.GetProperty("kind").GetString())
            .ShouldBe(["NotCovered", "UploadedLate"], "the clock of the test is years later");
        gaps[0].GetProperty("from").GetDateTimeOffset().ShouldBe(@case.At(0, 14, 50));
        gaps[0].GetProperty("to").GetDateTimeOffset().ShouldBe(@case.At(0, 15));
        var day = DateOnly.FromDateTime(@case.At(0, 15).ToOffset(TimeSpan.FromHours(8)).DateTime);
        (await Listed(day, day)).ShouldBe([@case.Id]);
        (await Listed(day.AddDays(1), day.AddDays(30))).ShouldBeEmpty();
        (await Read($"from={day:yyyy-MM-dd}&to={day.AddDays(-1):yyyy-MM-dd}")).ShouldBeProblem(422, "recording.period-out-of-range");
        (await Read($"from={day:yyyy-MM-dd}&to={day.AddDays(366):yyyy-MM-dd}")).ShouldBeProblem(422, "recording.period-out-of-range");
        (await Read($"from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}&limit=0")).ShouldBeProblem(400, "list.limit-out-of-range");

        async Task<string?[]> Kinds() =>
            [
                .. (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/recording"))["gaps"]
                    .EnumerateArray()
                    .Select(g => g.GetProperty("kind").GetString()),
            ];
        Task<ApiAnswer> Read(string query) => api.SignedInAs("hg-officer1").GetJson($"recording/gaps?{query}");
        async Task<Guid[]> Listed(DateOnly from, DateOnly to)
        {
            var page = await Read($"from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
            page.Status.ShouldBe(200, page.Body.ToString());
            return [.. page["items"].EnumerateArray().Select(c => c.GetProperty("caseId").GetGuid())];
        }
    }

    private static JsonElement RowOf(JsonElement rows, string act) =>
        rows.EnumerateArray().Single(r => r.GetProperty("act").GetString() == act);
}
