//! Places whose names stand for a government or a people: `Moscow denied it`.
//!
//! Such a name is a body and nobody's `he`. States, their capitals and some well-known parts and
//! cities are listed as encyclopedias name them, in one word; those that are also given names
//! (`Chad`, `Jordan`, `Georgia`) are not.

/// Whether a name of one word is that of a place.
pub fn is_place(word: &str) -> bool {
    PLACES.binary_search(&word).is_ok()
}

/// Sorted.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "Accra", "Afghanistan", "Africa", "Alaska", "Albania", "Algeria", "Algiers", "America",
    "Amsterdam", "Andorra", "Angola", "Ankara", "Antarctica", "Argentina", "Armenia", "Asia",
    "Athens", "Australia", "Austria", "Azerbaijan", "Baghdad", "Bahamas", "Bahrain", "Baku",
    "Bangkok", "Bangladesh", "Barbados", "Barcelona", "Bavaria", "Beijing", "Beirut", "Belarus",
    "Belgium", "Belgrade", "Belize", "Benin", "Berlin", "Bern", "Bhutan", "Bogotá", "Bohemia",
    "Bolivia", "Bonn", "Bosnia", "Botswana", "Brasília", "Bratislava", "Brazil", "Britain",
    "Brunei", "Brussels", "Bucharest", "Budapest", "Bulgaria", "Burma", "Burundi", "Cairo",
    "Calcutta", "California", "Cambodia", "Cameroon", "Canada", "Canberra", "Caracas", "Catalonia",
    "Ceylon", "Chechnya", "Chicago", "Chile", "China", "Colombia", "Comoros", "Congo",
    "Constantinople", "Copenhagen", "Corsica", "Crimea", "Croatia", "Cuba", "Cyprus",
    "Czechoslovakia", "Dakar", "Damascus", "Delhi", "Denmark", "Dhaka", "Djibouti", "Dublin",
    "Ecuador", "Egypt", "England", "Eritrea", "Estonia", "Eswatini", "Ethiopia", "Europe", "Fiji",
    "Finland", "France", "Gabon", "Gambia", "Geneva", "Germany", "Ghana", "Greece", "Greenland",
    "Grenada", "Guatemala", "Guinea", "Guyana", "Haiti", "Hamburg", "Hanoi", "Harare", "Havana",
    "Hawaii", "Helsinki", "Holland", "Hollywood", "Honduras", "Hungary", "Iceland", "India",
    "Indonesia", "Iran", "Iraq", "Ireland", "Islamabad", "Istanbul", "Italy", "Jakarta", "Jamaica",
    "Japan", "Jerusalem", "Kabul", "Kampala", "Kathmandu", "Kazakhstan", "Kenya", "Khartoum",
    "Kiev", "Kinshasa", "Kiribati", "Korea", "Kosovo", "Kremlin", "Kuwait", "Kyiv", "Kyrgyzstan",
    "Lagos", "Laos", "Latvia", "Lebanon", "Leningrad", "Lesotho", "Liberia", "Libya",
    "Liechtenstein", "Lima", "Lisbon", "Lithuania", "Ljubljana", "London", "Luanda", "Lusaka",
    "Luxembourg", "Macau", "Macedonia", "Madagascar", "Madrid", "Malawi", "Malaysia", "Maldives",
    "Mali", "Malta", "Manchuria", "Manila", "Mauritania", "Mauritius", "Melbourne", "Mexico",
    "Michigan", "Micronesia", "Minsk", "Mogadishu", "Moldova", "Monaco", "Mongolia", "Montenegro",
    "Montreal", "Morocco", "Moscow", "Mozambique", "Mumbai", "Munich", "Myanmar", "Nairobi",
    "Namibia", "Naples", "Nauru", "Nepal", "Netherlands", "Nicaragua", "Niger", "Nigeria",
    "Normandy", "Norway", "Ohio", "Oman", "Oslo", "Ottawa", "Pakistan", "Palau", "Palestine",
    "Panama", "Paraguay", "Paris", "Pennsylvania", "Pentagon", "Persia", "Peru", "Petersburg",
    "Petrograd", "Philippines", "Poland", "Portugal", "Prague", "Pretoria", "Prussia", "Pyongyang",
    "Qatar", "Rabat", "Riga", "Riyadh", "Romania", "Rome", "Russia", "Rwanda", "Samoa", "Sarajevo",
    "Saxony", "Scotland", "Senegal", "Seoul", "Serbia", "Seychelles", "Shanghai", "Siam", "Sicily",
    "Silesia", "Singapore", "Skopje", "Slovakia", "Slovenia", "Sofia", "Somalia", "Spain",
    "Stockholm", "Sudan", "Suriname", "Sweden", "Switzerland", "Syria", "Taiwan", "Tajikistan",
    "Tallinn", "Tanzania", "Tbilisi", "Tehran", "Thailand", "Tibet", "Togo", "Tokyo", "Tonga",
    "Toronto", "Tripoli", "Tunis", "Tunisia", "Turkey", "Turkmenistan", "Tuvalu", "Uganda",
    "Ukraine", "Uruguay", "Uzbekistan", "Vanuatu", "Vatican", "Venezuela", "Venice", "Vienna",
    "Vietnam", "Vilnius", "Wales", "Warsaw", "Washington", "Wellington", "Westminster", "Yemen",
    "Yerevan", "Yugoslavia", "Zagreb", "Zaire", "Zambia", "Zimbabwe", "Zurich",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::quotes::gender::{Gender, of_given_name};

    #[test]
    fn places_are_sorted_and_nobodys_given_names() {
        assert!(PLACES.is_sorted());
        assert!(PLACES.iter().all(|place| of_given_name(place) == Gender::Unknown));
    }

    #[test]
    fn a_place_is_told_from_a_surname() {
        assert!(is_place("Moscow") && is_place("Zimbabwe") && !is_place("Hale"));
    }
}
