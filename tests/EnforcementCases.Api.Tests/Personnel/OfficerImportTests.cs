using System.IO.Compression;
using System.Text;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Personnel;

public sealed class OfficerImportTests(ApiFixture api)
{
    private const string Team = "/tj/bhxq/hg/zd1/";

    private readonly ApiClient admin = api.SignedInAs("hg-admin");

    [Fact]
    public async Task Dry_run_says_of_each_line_what_would_happen_and_writes_nothing()
    {
        var (name, number) = Fresh();
        var sheet = TestSheet.Of([
            TestSheet.Header,
            [name, "在编", Team, "", "2023-01-01", number, "市级", "2023/1/1", "2029年12月31日"],
            ["", "在编", Team, "", "", "", "", "", ""],
            ["李四", "临时", Team, "", "", "", "", "", ""],
            ["王五", "在编", "/tj/bhxq/xc/", "", "", "", "", "", ""],
            ["赵六", "辅助", Team, "", "", Fresh().Number, "市级", "2023-01-01", "2029-12-31"],
            ["钱七", "在编", Team, "", "", "A?1", "县级", "昨天", "2029-12-31"],
            ["孙八", "在编", Team, "", "", number, "市级", "2023-01-01", "2029-12-31"],
            ["周九", "在编", Team, "", "", DemoOfficers.CertificateOf("xc-officer1"), "市级", "2023-01-01", "2029-12-31"],
        ]);

        var report = await Import(sheet, "dryRun=true");

        report.Status.ShouldBe(200, report.Body.ToString());
        report["applied"].GetBoolean().ShouldBeFalse();
        report["created"].GetInt32().ShouldBe(1);
        report["rejected"].GetInt32().ShouldBe(7);
        Lines(report)
            .ShouldBe([
                (2, "Create", ""),
                (3, "Rejected", "姓名为空或者过长"),
                (4, "Rejected", "人员类别应为 在编 或者 辅助"),
                (5, "Rejected", "所属机构不存在，或者不在管理范围内"),
                (6, "Rejected", "辅助人员不得持有执法证件"),
                (7, "Rejected", "证件号码应为 4 至 40 位字母、数字或者连字符|证件种类应为 市级 或者 国家部委|发证日期应写作 2024-01-31"),
                (8, "Rejected", "本表中证件号码重复"),
                (9, "Rejected", "证件号码已经登记"),
            ]);
        (await Found(name)).ShouldBe(0);
    }

    [Fact]
    public async Task Numbers_that_lost_digits_are_refused_and_days_of_a_spreadsheet_are_read()
    {
        var (name, number) = Fresh();
        var day = new NumberCell(45_000, BuiltIn: 31); // 2023-03-15 in a Chinese spreadsheet
        object[] Row(object staffNumber, object certificate) =>
            [name, "在编", Team, staffNumber, day, certificate, "市级", new NumberCell(45_000, "yyyy/m/d"), "2029年12月31日"];
        var sheet = TypedSheet.Of(
            TestSheet.Header,
            Row("007", number),
            Row(new NumberCell(7, "000"), number),
            Row("008", new NumberCell(1234567890123456789))
        );

        var report = await Import(sheet, "dryRun=true");

        report.Status.ShouldBe(200, report.Body.ToString());
        var rows = report["rows"].EnumerateArray().ToList();
        rows.Select(r => r.GetProperty("outcome").GetString()).ShouldBe(["Create", "Rejected", "Rejected"], report.Body.ToString());
        rows[0].GetProperty("read").GetProperty("staffNumber").GetString().ShouldBe("007");
        rows[0].GetProperty("read").GetProperty("servedFrom").GetString().ShouldBe("2023-03-15");
        rows[0].GetProperty("read").GetProperty("issuedOn").GetString().ShouldBe("2023-03-15");
        rows[0].GetProperty("read").GetProperty("expiresOn").GetString().ShouldBe("2029-12-31");
        rows[1].GetProperty("errors").ToString().ShouldContain("工号：应为文本，单元格显示 007，存的是数字 7");
        rows[2].GetProperty("errors").ToString().ShouldContain("证件号码：应为文本");
    }

    [Fact]
    public async Task One_wrong_line_keeps_all_out_unless_the_wrong_ones_are_to_be_skipped()
    {
        var (name, number) = Fresh();
        var sheet = TestSheet.Of([
            TestSheet.Header,
            [name, "在编", Team, "", "", number, "市级", "2023-01-01", "2029-12-31"],
            ["李四", "临时", Team, "", "", "", "", "", ""],
        ]);

        (await Import(sheet, "dryRun=false"))["applied"].GetBoolean().ShouldBeFalse();
        (await Found(name)).ShouldBe(0);
        (await Import(sheet, "dryRun=false&skipBad=true"))["applied"].GetBoolean().ShouldBeTrue();
        (await Found(name)).ShouldBe(1);
    }

    [Fact]
    public async Task Same_sheet_again_changes_nothing_and_a_new_certificate_goes_to_the_known_person()
    {
        var (name, number) = Fresh();
        var staff = number[..10];
        string[] line = [name, "在编", Team, staff, "2022-01-01", number, "市级", "2022-01-01", "2024-12-31"];
        await Import(TestSheet.Of([TestSheet.Header, line]), "dryRun=false");

        var again = await Import(TestSheet.Of([TestSheet.Header, line]), "dryRun=false");
        var renewed = await Import(
            TestSheet.Of([TestSheet.Header, [name, "在编", Team, staff, "", Fresh().Number, "市级", "2025-01-01", "2029-12-31"]]),
            "dryRun=false"
        );
        var other = await Import(TestSheet.Of([TestSheet.Header, ["另一人", "在编", Team, staff, "", "", "", "", ""]]), "dryRun=false");

        again["unchanged"].GetInt32().ShouldBe(1);
        renewed["certificatesAdded"].GetInt32().ShouldBe(1);
        Lines(other).ShouldBe([(2, "Rejected", "工号或者证件号码已经登记在另一姓名下")]);
        var officer = (await admin.GetJson($"officers?name={name}"))["items"][0];
        officer.GetProperty("certificates").GetArrayLength().ShouldBe(2);
        officer.GetProperty("certifiedToday").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Line_with_a_formula_is_refused_whatever_its_value()
    {
        var report = await Import(TestSheet.Of([TestSheet.Header, ["张三", "在编", Team]], formula: 2), "dryRun=true");

        Lines(report).ShouldBe([(2, "Rejected", "该行含有公式，请改为数值")]);
    }

    [Fact]
    public async Task Workbook_that_unpacks_to_too_much_is_refused() =>
        (await Import(TestSheet.Bomb(megabytes: 51), "dryRun=true")).ShouldBeProblem(413, "workbook.unpacks-too-large");

    [Fact]
    public async Task File_over_five_megabytes_is_refused() =>
        (await Import(new byte[OfficerSheet.MaxBytes + 1], "dryRun=true")).ShouldBeProblem(413, "officer-import.too-large");

    [Fact]
    public async Task Template_can_be_filled_in_and_imported()
    {
        var template = await admin.GetJson("officers/import-template");

        template.Status.ShouldBe(200);
        OfficerSheet.Read(template.Bytes).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_administrators_import() =>
        (await Import(TestSheet.Of([TestSheet.Header]), "dryRun=true", api.SignedInAs("hg-head"))).Status.ShouldBe(403);

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/externalLinks/externalLink1.xml")]
    [InlineData("xl/embeddings/oleObject1.bin")]
    public void Macros_links_and_embedded_objects_are_refused(string part) =>
        Refusal(TestSheet.WithPart(TestSheet.Of([TestSheet.Header]), part, s => s.Write("x"u8))).ShouldBe("workbook.active-content");

    [Fact]
    public void Link_to_a_file_outside_is_refused()
    {
        var workbook = TestSheet.WithPart(
            TestSheet.Of([TestSheet.Header]),
            "xl/worksheets/_rels/sheet9.xml.rels",
            s =>
                s.Write(
                    """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="t" Target="file:///etc/passwd" TargetMode="External"/></Relationships>
                    """u8
                )
        );

        Refusal(workbook).ShouldBe("workbook.active-content");
    }

    [Fact]
    public void Document_type_declarations_are_refused()
    {
        var workbook = TestSheet.WithPart(
            TestSheet.Of([TestSheet.Header]),
            "xl/workbook.xml",
            s => s.Write("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><workbook>&a;</workbook>"u8)
        );

        Refusal(workbook).ShouldBe("workbook.not-a-workbook");
    }

    [Fact]
    public void Bomb_that_lies_about_its_size_is_refused()
    {
        const int megabytes = 60;
        var bomb = TestSheet.WithPart(
            TestSheet.Of([TestSheet.Header]),
            "xl/worksheets/sheet1.xml",
            part =>
            {
                part.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"u8);
                var nothing = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
                for (var i = 0; i < megabytes; i++)
                    part.Write(nothing);
                part.Write("</sheetData></worksheet>"u8);
            }
        );
        using (var zip = new ZipArchive(new MemoryStream(bomb)))
        {
            var said = BitConverter.GetBytes((int)zip.GetEntry("xl/worksheets/sheet1.xml")!.Length);
            for (var at = bomb.AsSpan().IndexOf(said); at >= 0; at = bomb.AsSpan().IndexOf(said))
                BitConverter.GetBytes(1000).CopyTo(bomb, at);
        }

        Refusal(bomb).ShouldBeOneOf("workbook.unpacks-too-large", "workbook.not-a-workbook");
    }

    [Theory]
    [InlineData("")]
    [InlineData("姓名,人员类别\n张三,在编")]
    [InlineData("PK\u0003\u0004 nothing else")]
    public void File_that_is_no_workbook_is_refused(string content) =>
        Refusal(Encoding.UTF8.GetBytes(content)).ShouldBe("workbook.not-a-workbook");

    [Theory]
    [InlineData("姓名", "人员类别")]
    [InlineData("姓名", "人员类别", "所属机构", "身份证号")]
    [InlineData("姓名", "人员类别", "所属机构", "姓名")]
    public void Header_is_that_of_the_template(params string[] header) =>
        Refusal(TestSheet.Of([header])).ShouldBe("officer-import.header-unknown");

    private static string Refusal(byte[] workbook) => Should.Throw<DomainException>(() => OfficerSheet.Read(workbook)).Error.Code;

    private static (string Name, string Number) Fresh()
    {
        var id = Guid.NewGuid().ToString("N");
        return ($"导入{id[..8]}", $"T{id}"[..16]);
    }

    private static List<(int Line, string Outcome, string Errors)> Lines(ApiAnswer report) =>
        [
            .. report["rows"]
                .EnumerateArray()
                .Select(r =>
                    (
                        r.GetProperty("line").GetInt32(),
                        r.GetProperty("outcome").GetString()!,
                        string.Join('|', r.GetProperty("errors").EnumerateArray().Select(e => e.GetString()))
                    )
                ),
        ];

    private async Task<int> Found(string name) => (await admin.GetJson($"officers?name={name}"))["items"].GetArrayLength();

    private Task<ApiAnswer> Import(byte[] workbook, string query, ApiClient? client = null) =>
        (client ?? admin).Send(HttpMethod.Post, $"officers/import?{query}", TestSheet.Upload(workbook));
}
