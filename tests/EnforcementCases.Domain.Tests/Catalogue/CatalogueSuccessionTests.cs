using EnforcementCases.Domain.Catalogue;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Catalogue;

[Rule("APL-37")]
public sealed class CatalogueSuccessionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Same_row_changes_nothing()
    {
        var old = AViolation.With(sha: "a");

        CatalogueSuccession.Succeed([old], [AViolation.With(sha: "a")], Now).ShouldBeEmpty();
        old.ClosedAt.ShouldBeNull();
    }

    [Fact]
    public void Amended_provision_begins_on_its_day_and_the_old_text_still_governs_older_acts()
    {
        var old = AViolation.With(from: new(2003, 5, 22), sha: "a");
        var amended = AViolation.With(from: new(2027, 3, 1), sha: "b");

        CatalogueSuccession.Succeed([old], [amended], Now).ShouldHaveSingleItem();

        old.ValidTo.ShouldBe(new DateOnly(2027, 2, 28));
        var catalogue = SnapshotOf(old, amended);
        catalogue.ViolationOn(old.Code, new(2027, 2, 28)).ShouldBe(old);
        catalogue.ViolationOn(old.Code, new(2027, 3, 1)).ShouldBe(amended);
        catalogue.ViolationOn(old.Code, new(2003, 5, 21)).ShouldBeNull();
    }

    [Fact]
    public void Corrected_row_replaces_what_it_corrects_and_the_pinned_one_can_still_be_read()
    {
        var wrong = AViolation.With(sha: "a");
        var corrected = AViolation.With(sha: "b");

        CatalogueSuccession.Succeed([wrong], [corrected], Now).ShouldHaveSingleItem();

        wrong.ClosedAt.ShouldBe(Now);
        var catalogue = SnapshotOf(wrong, corrected);
        catalogue.ViolationOn(wrong.Code, new(2022, 1, 1)).ShouldBe(corrected);
        catalogue.Violation(wrong.Id).ShouldBe(wrong);
    }

    [Fact]
    public void The_newest_of_several_is_the_one_that_a_row_is_held_against()
    {
        var (undated, old, newest) = (
            AViolation.With(noStart: true, sha: "x"),
            AViolation.With(from: new(2010, 1, 1), to: new(2019, 12, 31), sha: "a"),
            AViolation.With(from: new(2020, 1, 1), sha: "b")
        );

        CatalogueSuccession.Succeed([undated, old, newest], [AViolation.With(sha: "b")], Now).ShouldBeEmpty();
        CatalogueSuccession.Succeed([undated, old, newest], [AViolation.With(from: new(2027, 1, 1), sha: "c")], Now).ShouldHaveSingleItem();

        old.ValidTo.ShouldBe(new DateOnly(2019, 12, 31)); // ended long before
        newest.ValidTo.ShouldBe(new DateOnly(2026, 12, 31));
        undated.ClosedAt.ShouldBe(Now); // of unknown days: the new row takes its place
        undated.Close(Now.AddDays(1));
        undated.ClosedAt.ShouldBe(Now);
        (old.ClosedAt, newest.ClosedAt).ShouldBe((null, null));
    }

    private static CatalogueSnapshot SnapshotOf(params ViolationVersion[] violations) =>
        new(1, violations, [], [], [], CatalogueSnapshot.Empty.Calendar, [], []);
}
