using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Operations;

/// <summary>Backup of a running program, restore and verification; the drill under load is <c>scripts/backup-drill</c>.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("enforcement-cases-backup-");
    private ApiFixture api = null!;

    private string Backup => Path.Combine(work.FullName, "backup");

    private string Keys => Path.Combine(work.FullName, "keys");

    private string Restored => Path.Combine(work.FullName, "restored");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("TEST_DATABASE") == "SqlServer", "SQL Server makes its own backups.");
        File.SetUnixFileMode(
            work.FullName,
            UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherExecute
        ); // PostgreSQL runs as another user
        api = await ApiFixture.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (api is not null)
            await api.DisposeAsync();
        work.Delete(recursive: true);
    }

    [Fact]
    public async Task A_backup_restores_only_whole_with_its_keys_and_into_an_empty_folder_and_then_verifies()
    {
        await GivenPrintedCase();
        (await api.Operate("backup", Backup, "--keys", Keys)).ExitCode.ShouldBe(ExitCodes.Done);

        // nothing of the keys is in the backup
        var names = Directory.EnumerateFiles(Backup, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).ToList();
        names.ShouldContain("manifest.json");
        names.ShouldNotContain(n => n.EndsWith(".key") || n.EndsWith(".pem"));
        File.ReadAllText(Path.Combine(Backup, "manifest.json"))
            .ShouldNotContain(File.ReadAllText(Path.Combine(Keys, "personal-data.key")).Trim());
        File.GetUnixFileMode(Path.Combine(Keys, "personal-data.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        (await api.Operate("backup", Backup)).ExitCode.ShouldBe(ExitCodes.Wrong); // never over another one
        await RefusesOtherKeys();
        await RefusesDamage();
        await RefusesFullFolder();

        var (code, said) = await OperatorSteps.Operate("restore", Backup, Restored, "--keys", Keys);
        code.ShouldBe(ExitCodes.Done, said);
        said.ShouldContain("文件 1 个已校验");
        Directory.EnumerateFiles(Path.Combine(Restored, "files"), "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        File.GetUnixFileMode(Path.Combine(Restored, "keys", "personal-data.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Verification_names_the_chain_and_the_file_that_were_changed()
    {
        var (id, file) = await GivenPrintedCase();
        var (sound, report) = await api.Operate("verify");
        sound.ShouldBe(ExitCodes.Done, report);

        File.AppendAllText(file, " ");
        await using (var scope = api.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<AppDbContext>()
                .Database.ExecuteSqlAsync($"UPDATE record_entries SET type = 'case-closed' WHERE chain_id = {id} AND chain_seq = 1");
        }
        var (code, said) = await api.Operate("verify");

        code.ShouldBe(ExitCodes.Wrong);
        said.ShouldContain(id.ToString());
        said.ShouldContain("ChangedColumns");
        said.ShouldContain(Path.GetFileName(file));
    }

    [Fact]
    public async Task A_backup_that_was_not_finished_is_none()
    {
        Directory.CreateDirectory(Path.Combine(Backup, "database"));

        (await OperatorSteps.Operate("restore", Backup, Restored, "--keys", api.DataDirectory + "/keys")).ExitCode.ShouldBe(
            ExitCodes.Wrong
        );

        Directory.Exists(Restored).ShouldBeFalse();
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore", "somewhere")]
    [InlineData("verify", "this")]
    [InlineData("fly")]
    public async Task A_command_that_is_not_understood_says_what_there_is(params string[] typed)
    {
        var (code, said) = await OperatorSteps.Operate(typed);

        code.ShouldBe(ExitCodes.Usage);
        said.ShouldContain("restore BACKUP DIR");
    }

    private async Task RefusesOtherKeys()
    {
        var other = Directory.CreateDirectory(Path.Combine(work.FullName, "other-keys")).FullName;
        foreach (var key in Directory.EnumerateFiles(Keys))
            File.Copy(key, Path.Combine(other, Path.GetFileName(key)));
        File.WriteAllText(Path.Combine(other, "personal-data.key"), Convert.ToBase64String(new byte[32]));

        foreach (var keys in (string[])[other, work.FullName])
        {
            var (code, said) = await OperatorSteps.Operate("restore", Backup, Restored, "--keys", keys);
            code.ShouldBe(ExitCodes.Wrong);
            said.ShouldContain("personal-data");
            Directory.Exists(Restored).ShouldBeFalse();
        }
        (await OperatorSteps.Operate("restore", Backup, Restored)).ExitCode.ShouldBe(ExitCodes.Wrong); // none at all
    }

    private async Task RefusesDamage()
    {
        var damaged = Path.Combine(work.FullName, "damaged");
        CopyTree(Backup, damaged);
        var victim = Directory
            .EnumerateFiles(Path.Combine(damaged, "database"), "*", SearchOption.AllDirectories)
            .MaxBy(f => new FileInfo(f).Length)!;
        using (var file = new FileStream(victim, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Position = file.Length / 2;
            var one = file.ReadByte();
            file.Position--;
            file.WriteByte((byte)(one ^ 1));
        }
        var lost = Directory.EnumerateFiles(Path.Combine(damaged, "files"), "*", SearchOption.AllDirectories).Single();
        File.Delete(lost);
        File.WriteAllText(Path.Combine(damaged, "files", "added"), "");

        var (code, said) = await OperatorSteps.Operate("restore", damaged, Restored, "--keys", Keys);

        code.ShouldBe(ExitCodes.Wrong);
        foreach (var file in (string[])[victim, lost, Path.Combine(damaged, "files", "added")])
            said.ShouldContain(Path.GetRelativePath(damaged, file));
        Directory.Exists(Restored).ShouldBeFalse();
    }

    private async Task RefusesFullFolder()
    {
        var full = Directory.CreateDirectory(Path.Combine(work.FullName, "full")).FullName;
        File.WriteAllText(Path.Combine(full, "mine"), "");

        (await OperatorSteps.Operate("restore", Backup, full, "--keys", Keys)).ExitCode.ShouldBe(ExitCodes.Wrong);

        Directory.EnumerateFileSystemEntries(full).ShouldHaveSingleItem();
    }

    private async Task<(Guid Id, string File)> GivenPrintedCase()
    {
        var @case = await api.GivenDecidedCase();
        var documents = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/documents");
        var paper = documents.Body.EnumerateArray().First().GetProperty("id").GetGuid();
        var print = await api.SignedInAs("hg-officer1").PostJson($"cases/{@case.Id}/documents/{paper}/prints", new { format = "A4" });
        print.Status.ShouldBe(201, print.Body.ToString());
        return (@case.Id, Directory.EnumerateFiles(Path.Combine(api.DataDirectory, "files"), "*", SearchOption.AllDirectories).Single());
    }

    private static void CopyTree(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}
