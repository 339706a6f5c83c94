//! The table: sentences with their dates in brackets, `[words|EDTF]`.

use crate::document::{BlockKind, Builder, Event, Meta, When};
use crate::extract::extract;

/// The dates in brackets are found, and no others; those inside another one aside.
#[track_caller]
fn check_written(written: Option<&str>, marked: &str) {
    let (mut text, mut expected) = (String::new(), Vec::new());
    for (index, part) in marked.split(['[', ']']).enumerate() {
        let words = part.split_once('|').filter(|_| index % 2 == 1);
        expected.extend(words.map(|(words, edtf)| (words.to_owned(), edtf.to_owned())));
        text.push_str(words.map_or(part, |(words, _)| words));
    }
    let mut builder = Builder::new();
    text.split('¶').for_each(|block| builder.add(BlockKind::Paragraph, block.trim()));
    let published = written.map(|written| When::parse(written).unwrap());
    let document = builder.finish(Meta { published, ..Meta::default() });
    let mut last = 0;
    let is_outer = |event: &Event| {
        let is_outer = !event.is_era && event.mention.end() > last;
        last = event.mention.end().max(last);
        is_outer
    };
    let found: Vec<_> = extract(&document)
        .events
        .into_iter()
        .filter(is_outer)
        .map(|event| (document[event.mention].to_owned(), event.when.edtf()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[track_caller]
pub(super) fn check(marked: &str) {
    check_written(None, marked);
}

/// Written on a Thursday.
#[track_caller]
fn check_news(marked: &str) {
    check_written(Some("2022-03-10"), marked);
}

#[test]
fn a_day_is_read_in_every_usual_order() {
    check("On [December 16, 1949|1949-12-16], he left.");
    check("On [16 December 1949|1949-12-16] he left.");
    check("On [Dec. 16, 1949|1949-12-16], he left; on [16 Dec. 1949|1949-12-16] too.");
    check("By [16th of December, 1949|1949-12-16], not a word.");
    check("Signed [1949-12-16|1949-12-16], kept; mailed [24/02/2022|2022-02-24].");
    check("On [Friday, May 3rd, 1863|1863-05-03], it rained.");
    check("It was [15 March 44 BC|-0043-03-15].");
    check("A wrapped line ends on [16\nDecember 1949|1949-12-16].");
    check("In [1949|1949] he came; on [the thirty-first of July|1949-07-31] he left.");
    check("He came on [May 4|1865-05-04] and [5, 1865|1865-05-05].");
}

#[test]
fn an_impossible_day_is_no_date() {
    check("Due on 30 February, payable; on 31 April 19490.");
    check("It says 1949-13-16 and 1949-02-30.");
}

#[test]
fn a_range_of_days_shares_its_month() {
    check("From [June 3 to 7, 1967|1967-06-03/1967-06-07], nobody slept.");
    check("The [3–7 June 1967|1967-06-03/1967-06-07] talks failed.");
    check("From [May|1942-05] to [July 1942|1942-07] it rained.");
    check("From [December|1942-12] until [February 1943|1943-02] it snowed.");
}

#[test]
fn a_month_or_season_takes_its_year() {
    check("In [December 1949|1949-12] and in [Sept. 2001|2001-09].");
    check("In [late December 1949|1949-12~] it snowed.");
    check("In [the spring of 1968|1968-21] and [summer 1914|1914-22].");
    check("[The winter of 1944–45|1944-24] was hard, [the fall of 1989|1989-23] not.");
    check("He left in May. 2000 sheep stayed.");
    check(
        "In [1942|1942] it began. In [March|1942-03] they met; by [the summer|1942-22] all was over.",
    );
}

#[test]
fn may_and_march_are_words_too() {
    check("He may march in step; August Wilson led the March, and may 1949 him.");
    check("March 2000 miles, they said. May I ask? The May amendment.");
    check("April Jones met June Carter.");
}

#[test]
fn a_year_needs_a_word_that_expects_it() {
    check("In [1969|1969], by [1972|1972], since [1945|1945] and until [2001|2001].");
    check("The crisis of [1973|1973] came after [1969|1969], [1970|1970] and [1972|1972].");
    check("Between [1933|1933] and [1945|1945] it was shut; from [1946|1946] to [1948|1948] too.");
    check("In [early 1942|1942~] and [mid-1943|1943~], at [the end of 1944|1944~].");
    check("Boeing 1968, No. 1968, page 1948, Route 1963, $1995, room 1984 were full.");
    check("In 1500 metres, by 2000 votes, of 1500 soldiers, with 2010 windows, 1,850 crates.");
    check("A total of 1968, at 1945 hours, in 1080p, in 1968-style, and post-1945.");
    check(
        "The [1994|1994] law and its [2006|2006] highs. [1968|1968] was cold; it was [1969|1969].",
    );
}

#[test]
fn what_happened_to_people_in_a_year_is_no_amount_of_them() {
    check(
        "The flood of [March 1966|1966-03] injured hundreds; the fire of [1871|1871] killed three.",
    );
    check("In [1918|1918] women voted. By [1945|1945] soldiers were coming home.");
    check("It fed 1918 women, with 1945 soldiers, and by 1500 men in 1500 metres.");
}

#[test]
fn a_range_of_years_is_one_date() {
    check("The [1914–1918|1914/1918] war; Jane Roe ([1871–1922|1871/1922]) saw it.");
    check("In [1911-12|1911/1912] the tomb was found.");
    check("See pages 1914–1918, call 555-1914-1918, lift 1200–1500 pounds.");
}

#[test]
fn about_makes_a_date_approximate() {
    check("Born [c. 1120|1120~] or [c.1121|1121~], he wrote about [1150|1150~].");
    check("It was built around [1921|1921~], for about 1921 people.");
}

#[test]
fn a_decade_in_words_is_of_the_century_told() {
    check("The fashions of [the twenties|192X] came back in [the early seventies|197X~].");
    check("She is in her twenties, or late thirties.");
    check("He died in [1812|1812]. In [the forties|184X] they built it.");
    check("The temperature was in the seventies. The twenties in his purse were gone.");
}

#[test]
fn of_two_years_the_first_has_the_era_of_the_second() {
    check("It sailed between [76|-0075] and [67 BC|-0066], or in [30|0030] or [64 AD|0064].");
    check("Justinian ([AD 527–565|0527/0565]) built much.");
}

#[test]
fn halves_are_halves() {
    check("It broke even in [the first half of 2022|2022-01/2022-06].");
    check("By [the latter half of the 19th century|18XX~] it was gone; the first half of it was.");
    check("The second half of the match began.");
}

#[test]
fn decades_and_centuries_are_periods() {
    check("In [the 1950s|195X], [the late 1950s|195X~], [the mid-1960s|196X~].");
    check("[The 1800s|18XX] had 1000s of sheep, and he is in his 60s; it was in the 70s.");
    check("He loved [the ’60s|196X], and [the summer of ’69|1969-22].");
    check("In [the 19th century|18XX] and [the late nineteenth century|18XX~].");
    check(
        "[The 5th century BC|-04XX], [the first century AD|00XX], [the twenty-first century|20XX].",
    );
    check("The first century of its rule; a 2nd-century mosaic; half a century-old.");
    check(
        "In [the third quarter of 2020|2020-07/2020-09] and in [Q2 2021|2021-04/2021-06] it fell.",
    );
}

#[test]
fn years_have_eras() {
    check("It fell in [146 BC|-0145], rose in [29 BCE|-0028], burned in [AD 64|0064].");
    check("Augustus ([27 BC – AD 14|-0026/0014]) and Ptolemy ([10 BC–20 AD|-0009/0020]) ruled.");
    check("From [431–404 BC|-0430/-0403] they fought; Rome ended in [476 CE|0476].");
    check("About 12,000 BC-style axes, and in [2010|2010] BC Hydro.");
    check("The war of [264 BC|-0263] began again in [218|-0217].");
}

#[test]
fn what_comes_later_than_nothing_that_was_told_is_no_date() {
    check_news(
        "He was five then. Seven decades later he has seen them all. Two years later he left.",
    );
    check_news(
        "Two days after it she rang. In [1972|1972] he rose; [two years later|1974] he fell.",
    );
    check_news("[Three years ago|2019] he rose; [two years later|2021] he fell.");
}

#[test]
fn a_paragraph_of_news_that_tells_of_old_days_counts_from_them() {
    check_news(
        "On [Tuesday|2022-03-08] it ended. ¶On [3 May 1926|1926-05-03] they struck. [A month earlier|1926-04] nobody would.",
    );
    check_news("On [3 May 1926|1926-05-03] they struck. [A month earlier|1926-04] nobody would.");
}

#[test]
fn a_day_of_an_old_story_in_the_news_is_of_its_year() {
    const STORY: &str = "It opened [last week|2022-02-28/2022-03-06]. ¶ In [1926|1926] the valley was flooded, and the mill was swept away.";
    check_news(&format!("{STORY} ¶ On [12 May|1926-05-12] they sold the land."));
    check_news(&format!("{STORY} ¶ They sold the land on [12 May|1926-05-12]."));
    check_news(&format!(
        "{STORY} In [that year|1926] it fell. ¶ On [2 December|1926-12-02] they left."
    ));
    check_news(&format!(
        "{STORY} ¶ It is dry. He came in [May|2021-05], and “rang in [June|2021-06].”"
    ));
    // What is to come is no part of the story, nor what happened these days.
    check_news(&format!("{STORY} ¶ On [12 May|2022-05-12] they will sell the land."));
    check_news(&format!("{STORY} ¶ On [2 December|2021-12-02] they sold the land."));
    check_news(&format!("{STORY} ¶ On [2 March|2022-03-02] they sold the land."));
    check_news(&format!(
        "{STORY} ¶ It closed [yesterday|2022-03-09]. On [12 May|2021-05-12] it was sold."
    ));
}

#[test]
fn a_month_far_below_a_year_is_of_none() {
    let far = "Nobody remembers it. ".repeat(150);
    check(&format!("It ended in [1991|1991]. ¶ {far} ¶ On March 3 the sluice opened."));
    check("It ended in [1991|1991]. ¶ The town is quiet. ¶ On [March 3|1991-03-03] it opened.");
    check(&format!("It ended in [May 1991|1991-05]. ¶ {far} ¶ On [June 3|1991-06-03] it opened."));
    check(&format!("Notes ¶ [1991|1991] ¶ {far} ¶ On [March 3|1991-03-03] the sluice opened."));
    check_news(&format!("It ended in [1991|1991]. ¶ {far} ¶ On [March 3|2022-03-03] it opened."));
}

#[test]
fn history_is_told_along_its_own_thread() {
    check("In [July 1977|1977-07] all was dark. [Two months later|1977-09] he lost.");
    check("In [1972|1972] they met. [Half a century later|2022~] they parted.");
    check(
        "In [1921|1921] it rose; [a quarter-century later|1946~] and [half a decade later|1951~] it fell.",
    );
    check("In [May 1921|1921-05] he rose. [Two and a half years later|1923-11] he fell.");
    check("In [May 1921|1921-05] he rose, and [a year and a half later|1922-11] he fell.");
    check(
        "It ended in [1953|1953]. [The following year|1954] the border opened; [three years earlier|1951] no one knew.",
    );
    check(
        "It began on [2 September 1666|1666-09-02]; by [the 6th|1666-09-06] it was out. [The next day|1666-09-07] it rained.",
    );
    check(
        "In [July 1956|1956-07] he seized it. [That October|1956-10] they came; by [December|1956-12] they were gone. They sailed again [the following spring|1957-21].",
    );
    check(
        "He came in [1949|1949]. In [August of that year|1949-08] he left, [later that year|1949] he died.",
    );
    check("A firm closed in [1998|1998]; [over a century earlier|1898~] it had opened.");
    // What only looks away from the thread does not lead it.
    check(
        "In [June 1944|1944-06] Rome fell to men who had landed in [1943|1943]. By [July|1944-07] they were in Pisa.",
    );
    check("It was [1944|1944]. Nobody, since [1925|1925], had won in [March|1944-03].");
}

#[test]
fn a_distance_may_be_counted_from_that() {
    check("He fell on [3 May 1863|1863-05-03]. [Three days after that|1863-05-06] they fled.");
    check(
        "He fell in [1863|1863]. [Two years after that|1865] she came; [a decade before that|1855~] none had.",
    );
    check("It fell in [1871|1871]. [Ten years on|1881], the walls were gone.");
    check("It fell in [1871|1871]; [a century on|1971~], it is lost.");
    check("It fell in [1871|1871]. He spent ten years on the road, and three days after that war.");
    check("Ten years on, the walls are gone. Three days after that they fled.");
}

#[test]
fn what_was_told_is_gone_on_from_in_every_usual_way() {
    check("It opened on [4 June 1931|1931-06-04]. [That same day|1931-06-04] a ship sank.");
    check("It opened on [4 June 1931|1931-06-04]. [The following morning|1931-06-05] it sank.");
    check("It opened on [4 June 1931|1931-06-04]; [the same evening|1931-06-04] it sank.");
    check("It opened on [4 June 1931|1931-06-04]. [A fortnight later|1931-06-18] it sank.");
    check("It opened on [4 June 1931|1931-06-04]. It sank by [the end of that year|1931~].");
    check(
        "It opened in [1931|1931]. [A decade earlier|1921~] none was. [The next spring|1932-21] it sank.",
    );
    check(
        "It opened in [June 1931|1931-06]. [That same month|1931-06] it sank, [that same year|1931] it rose.",
    );
    check("It opened in [1931|1931], and [the preceding year|1930] it was built.");
}

#[test]
fn a_distance_goes_on_from_the_paragraph_before() {
    check("The dam broke on [4 March 2019|2019-03-04]. ¶ [Two weeks later|2019-03-18] he left.");
    check("The dam broke in [March 2019|2019-03]. ¶ [The following month|2019-04] he left.");
    check("The dam broke in [March 2019|2019-03]. ¶ [Three days later|2019-03~] he left.");
    check("The dam broke in [March 2019|2019-03]. ¶ [Six weeks later|2019-04~] he left.");
    check(
        "It broke on [4 March 2019|2019-03-04], as in [1950|1950]. ¶ [Two days later|2019-03-06] he left.",
    );
    // From a year no day can be told, nor the day after a month.
    check("The dam broke in [2019|2019]. ¶ Three days later he left.");
    check("The dam broke in [March 2019|2019-03]. ¶ The next day he left.");
    check("Three days later he left. ¶ The dam broke in [March 2019|2019-03].");
}

#[test]
fn news_knows_what_is_still_to_come() {
    // Thursday, 10 March 2022.
    check_news("The firm said that it would sail on [Tuesday|2022-03-15].");
    check_news("Tests are to begin on [Monday|2022-03-14].");
    check_news("On [Tuesday|2022-03-15] they will meet. On [Tuesday|2022-03-08] they met.");
    check_news(
        "[The day after tomorrow|2022-03-12] he sails; [a fortnight ago|2022-02-24] he came.",
    );
}

#[test]
fn a_sentence_goes_on_from_the_year_it_has_said() {
    check(
        "It flew on [9 September 1911|1911-09-09]. ¶ \
         The strike of [1971|1971], which began on [20 January|1971-01-20], was long.",
    );
    check("It began on [Monday 3 May 1926|1926-05-03], and by [the Wednesday|1926-05-05] it grew.");
    check("In [May 1926|1926-05] he came; that is, on [the 31st|1926-05-31], he says.");
    check("A picture dated [11/23/44|1944-11-23], with a 2/3/44 on it.");
}

#[test]
fn what_no_date_was_told_for_has_no_date() {
    check("Two months later he left; the following year she did. That December it froze.");
    check("Last year it rose. A century ago it fell. Yesterday he left.");
}

#[test]
fn news_is_told_from_the_day_of_writing() {
    check_news("She called [yesterday|2022-03-09], and sails [next Friday|2022-03-11].");
    check_news(
        "Exports fell [last year|2021], and again in [February|2022-02]; they rose [a century ago|1922~].",
    );
    check_news(
        "On [Tuesday|2022-03-08] the court ruled; on [Thursday|2022-03-10] it slept. It will rule on [Monday|2022-03-14].",
    );
    check_news("The bridge closed in [November|2021-11] and will open in [May|2022-05].");
    check_news(
        "He won [last month|2022-02], lost [two years ago|2020], and rests [this summer|2022-22].",
    );
    check_news("It began [ten years ago today|2012-03-10], not at today’s prices.");
}

#[test]
fn an_object_of_comparison_tells_no_date() {
    check("In [1950|1950], two years after he left, and three years before the war.");
}

#[test]
fn the_last_day_of_a_year_is_a_day_and_the_last_of_anything_else_no_date() {
    check(
        "Born on [the last day of 1930|1930-12-31], she left on [the first day of May 1949|1949-05-01].",
    );
    check_news(
        "Over the last year it rose; it was the last night of the fair, and the last day of school.",
    );
    check_news(
        "In the last week of the fair it rained; in the [last week|2022-02-28/2022-03-06] it did not.",
    );
    check_news("In the last year of the war he left. He died [last night|2022-03-09] of a fever.");
}
