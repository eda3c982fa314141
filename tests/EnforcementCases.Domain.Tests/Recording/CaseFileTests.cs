using System.Reflection;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Tests.Cases.Ordinary;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Recording;

/// <summary>Files of cases: which members name one, their day, their limits.</summary>
public sealed class CaseFileTests
{
    private static readonly FileContent Photo = new("image/jpeg", FileKind.Photo, 640, 480);

    [Fact, Rule("REC-118-3")]
    public void Files_are_uploaded_by_the_day_after_the_act_also_on_a_rest_day()
    {
        FilesOfCase.Due(Date("2024-05-13"), Shipped).LastDay.ShouldBe(Date("2024-05-14"));
        FilesOfCase.Due(Date("2024-05-17"), Shipped).LastDay.ShouldBe(Date("2024-05-18"), "a Saturday");
    }

    [Fact, Rule("REC-118-3")]
    public void Every_hash_of_a_body_is_a_file_but_those_of_what_the_system_wrote()
    {
        var own = typeof(ActBody)
            .Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(ActBody)) && !t.IsAbstract)
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Select(p => p.Name)
            .Where(name => name.EndsWith("Sha256", StringComparison.Ordinal))
            .Distinct();

        // a new member is entered here, and in FilesInBodies if it is the hash of no file
        own.ShouldBe(
            [
                "CallSha256",
                "ConfirmationSha256",
                "EvidenceSha256",
                "HidingEvidenceSha256",
                "MatterSha256",
                "MediaSha256",
                "PaperSha256",
                "ProofSha256",
                "ProposalSha256",
                "RecordSha256",
            ],
            ignoreOrder: true
        );
    }

    [Fact, Rule("REC-118-3")]
    public void Files_are_asked_about_if_the_place_required_them_on_the_day_of_any_act()
    {
        var file = PlayedCase.Filed().File;
        var days = file.Acts.Select(a => a.DoneOn).Distinct().ToList();
        var (between, now) = (days[^1].AddDays(1), days[^1].AddDays(30));
        days.Count.ShouldBeGreaterThan(1);

        foreach (var day in days.Append(now))
            FilesInBodies.AreAsked(file, now, on => on == day).ShouldBeTrue($"{day}");
        FilesInBodies.AreAsked(file, now, on => on == between).ShouldBeFalse();
    }

    [Fact]
    public void A_file_may_be_as_large_as_its_kind_and_not_a_byte_larger()
    {
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            var content = new FileContent("x/y", kind);
            new Action(() => FileLimits.Ensure(content, FileLimits.MostBytes(kind))).ShouldRefuse(null);
            new Action(() => FileLimits.Ensure(content, FileLimits.MostBytes(kind) + 1)).ShouldRefuse(FileLimits.TooLargeForKind);
        }
        new Action(() => FileLimits.Ensure(Photo with { Width = 20_000 }, 1)).ShouldRefuse(null);
        new Action(() => FileLimits.Ensure(Photo with { Height = 20_001 }, 1)).ShouldRefuse(FileLimits.PictureTooLarge);
    }
}
