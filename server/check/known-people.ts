/** People whom lessons are about and people whom teachers cite: their names may stand in a text. Full names, by comma. */
export const KNOWN_PEOPLE = `
Mary Wollstonecraft, Anne-Marie Garat, Camille Laurens, Maryse Condé, Sylviane Ahr, Nicolas de Condorcet,
François Rabelais, Michel de Montaigne, Madame de Sévigné, Marie de France, Louise Labé, Alphonse de
Lamartine, Gérard de Nerval, Alfred de Musset, George Bernanos, Guillaume Apollinaire, Paul Éluard, Robert
Desnos, Raymond Queneau, Jean Giono, Jean Anouilh, Eugène Ionesco, Nathalie Sarraute, Marguerite Yourcenar,
Romain Gary, Leïla Slimani, Alain Mabanckou, Gaël Faye, Jean Tardieu, Edmond Rostand, Pierre de Ronsard,
Joachim du Bellay, Philippe Pétain, Pierre Laval, Georges Clemenceau, Léon Blum, Léon Gambetta, Adolphe
Thiers, Georges Danton, Maximilien Robespierre, Camille Desmoulins, Jean-Paul Marat, Charlotte Corday, Marie
Antoinette, François Mitterrand, Jacques Chirac, Nicolas Sarkozy, François Hollande, Germaine Tillion,
Geneviève de Gaulle, Missak Manouchian, Guy Môquet, Jacques-Louis David, Eugène Delacroix, Théodore
Géricault, Gustave Courbet, Berthe Morisot, Suzanne Valadon, Rosa Bonheur, Yves Klein, Pierre Soulages,
Daniel Buren, Marcel Duchamp, René Magritte, Carl Peters, Clara Zetkin, Paul von Hindenburg, Waltraud
Schreiber, Bodo von Borries, Frank-Walter Steinmeier, Frank Walter Steinmeier, Olaf Scholz, Helmut Kohl,
Helmut Schmidt, Ludwig Erhard, Walter Ulbricht, Erich Honecker, Heinrich Himmler, Joseph Goebbels, Hermann
Göring, Adolf Eichmann, Oskar Schindler, Dietrich Bonhoeffer, Karl Liebknecht, Friedrich Ebert, Gustav
Stresemann, Philipp Scheidemann, August Bebel, Ferdinand Lassalle, Robert Blum, Clara Immerwahr, Carl Benz,
Bertha Benz, Gottlieb Daimler, Wernher von Braun, Albert Schweitzer, Anne Will, Carl Zeiss, Johannes
Gutenberg, Hildegard von Bingen, Walther von der Vogelweide, Thomas Müntzer, Philipp Melanchthon, Wolfgang
Borchert, Siegfried Lenz, Peter Handke, Elfriede Jelinek, Herta Müller, Marlen Haushofer, Robert Musil,
Joseph Roth, Ödön von Horváth, Arthur Schnitzler, Hugo von Hofmannsthal, Marie von Ebner-Eschenbach, Gerhart
Hauptmann, Frank Wedekind, Kurt Tucholsky, Mascha Kaléko, Hilde Domin, Sarah Kirsch, Robert Seethaler, Saša
Stanišić, Wladimir Kaminer, Rafik Schami, Kustaa Vaasa, Kristian Tyranni, Olaus Magnus, Lauri Törni, Risto
Ryti, Juho Kusti Paasikivi, Kyösti Kallio, Pehr Evind Svinhufvud, Väinö Tanner, Miina Sillanpää, Lucina
Hagman, Kustaa Aadolf, Eugen Schauman, Nikolai Bobrikov, Larin Paraske, Eeva Kilpi, Kirsti Lonka, Sinikka
Nopola, Tiina Nopola, Elina Hirvonen, Juhani Mattila, Kirsti Salmela, Anna Sfard, Eppu Nuotio, Siiri Kolu,
Timo Parvela, Rosa Liksom, Sirpa Kähkönen, Maria Jotuni, Kalle Päätalo, Veijo Meri, Paavo Haavikko,
Eeva-Liisa Manner, Aale Tynni, Lauri Viita, Helvi Juvonen, Saima Harmaja, Uuno Kailas, Kaarlo Sarkia, Katri
Vala, Elina Vaara, Juha Vuorinen, Eero Aarnio, Eliel Saarinen, Eero Saarinen, Ellen Thesleff, Pekka Halonen,
Hilda Flodin, David Alfaro Siqueiros, José Clemente Orozco, Joaquín Sorolla, Remedios Varo, Leonora
Carrington, Clara Peeters, Santiago Rusiñol, Mariana Ruiz de Lobera, Isaac Albéniz, Enrique Granados,
Joaquín Rodrigo, Paco de Lucía, Camarón de la Isla, Chavela Vargas, Mercedes Pinto, Francisco de Quevedo,
Calderón de la Barca, Tirso de Molina, Santa Teresa de Jesús, San Juan de la Cruz, Fray Luis de León, Jorge
Manrique, Mariano José de Larra, José de Espronceda, Pío Baroja, Ramón del Valle-Inclán, Rafael Alberti,
Luis Cernuda, Vicente Aleixandre, Jorge Guillén, Pedro Salinas, Dámaso Alonso, Blas de Otero, Gabriel
Celaya, Carmen Conde, Carmen Martín Gaite, Miguel Delibes, Camilo José Cela, Antonio Buero Vallejo, Almudena
Grandes, Javier Cercas, Rosa Montero, Eduardo Mendoza, Carlos Ruiz Zafón, Elvira Lindo, Antonio Gala, Ida
Vitale, Alejandra Pizarnik, Julia de Burgos, Nicolás Guillén, Nicanor Parra, Vicente Huidobro, César Aira,
Samanta Schweblin, Mariana Enríquez, Roberto Bolaño, Ernesto Sabato, Adolfo Bioy Casares, Silvina Ocampo,
Victoria Ocampo, Eva Perón, Juan Domingo Perón, Salvador Allende, Augusto Pinochet, Pedro de Valdivia, Túpac
Amaru, Micaela Bastidas, Manuel Belgrano, Domingo Faustino Sarmiento, José Artigas, Bernardo O'Higgins,
Antonio José de Sucre, Porfirio Díaz, Francisco Madero, Lázaro Cárdenas, Rigoberta Menchú, Óscar Romero,
José Saramago, Fernando Pessoa, Paulo Coelho, Pedro Almodóvar, Luis Buñuel, Guillermo del Toro, Severo
Ochoa, Margarita Salas, Mateo Orfila, Isabel Muñoz, Concepción Arenal, Victoria Kent, Miguel Primo de
Rivera, Manuel Azaña, Felipe González, Adolfo Suárez, Zaha Hadid, Frank Lloyd Wright, Le Corbusier, Frank
Gehry, Walter Gropius, Norman Foster, Christopher Wren, Mary Cassatt, Grant Wood, Winslow Homer, Ansel
Adams, Annie Leibovitz, Robert Capa, Henri Cartier-Bresson, Dmitri Shostakovich, Sergei Prokofiev, Florence
Price, Scott Joplin, Woody Guthrie, Pete Seeger, Ella Baker, Bayard Rustin, Bob Moses, Diane Nash, Fred
Rogers, LeVar Burton, Bill Nye, Neil deGrasse Tyson, Carl Sagan, Jacques Cousteau, David Attenborough, Steve
Irwin, Derek Walcott, Claudia Rankine, Ocean Vuong, Ada Limón, Billy Collins, Naomi Shihab Nye, Mary Oliver,
Gwendolyn Brooks, Countee Cullen, Paul Laurence Dunbar, Lucille Clifton, Nikki Giovanni, Rita Dove, Robert
Hayden, William Carlos Williams, Carl Sandburg, Elizabeth Bishop, Sharon Olds, Ray Bradbury, Kurt Vonnegut,
Shirley Jackson, Kate Chopin, Nathaniel Hawthorne, Herman Melville, Henry David Thoreau, Ralph Waldo
Emerson, Willa Cather, Edith Wharton, Jack London, Stephen Crane, Theodore Dreiser, Sinclair Lewis, Upton
Sinclair, Thomas Paine, Jonathan Swift, Daniel Defoe, John Milton, Geoffrey Chaucer, Christopher Marlowe,
Ben Jonson, John Donne, Alexander Pope, Percy Shelley, Percy Bysshe Shelley, Christina Rossetti, Robert
Browning, Elizabeth Barrett Browning, Lewis Carroll, Arthur Conan Doyle, Agatha Christie, Robert Louis
Stevenson, Rudyard Kipling, Thomas Hardy, Joseph Conrad, Kazuo Ishiguro, Zadie Smith, Hilary Mantel, Matti
Meikäläinen, Maija Meikäläinen, Max Mustermann, Erika Mustermann, Otto Normalverbraucher, John Doe, Jane
Doe, Jean Dupont, Marie Dupont, Juan Nadie, Bernhard Schlink, Eckhard Klieme, Jules César, Julio César,
Joséphine de Beauharnais, Marie-Antoinette, Edgar Morin, Montserrat Caballé, Carlos Fonseca, Nicolás
Copérnico, Alejandro Magno, Carlos Magno, Karl der Große, Maria Theresia, Carlos Lomas, Felipe Segundo,
Alfonso Décimo, Georg Elser, Sophie Germain, Max Weber, Peter Bichsel, Franz Hohler, Jean-Luc Godard, Anne
Boleyn, Catherine of Aragon, Thomas More, Thomas Cromwell, Oliver Cromwell, Guy Fawkes, Mary Seacole, Grace
Darling, Samuel Pepys, Captain Cook, James Cook, Walter Raleigh, Michael Collins, Orville Wright, Wilbur
Wright, Alexander Graham Bell, Henry Ford, Ludwig Wittgenstein, Edward Said, Noam Chomsky, Mary McLeod
Bethune, Ruth Bader Ginsburg, Sandra Day O'Connor, Sarah Michaels, Cathy O'Connor, Jennifer Gonzalez, Angela
Watson, Larry Ferlazzo, Dave Eggers, Katherine Rundell, Kwame Alexander, Grace Lin, Pam Muñoz Ryan,
Christopher Paul Curtis, R. J. Palacio, Fannie Lou Hamer, Medgar Evers, Shirley Chisholm, Sitting Bull,
Crazy Horse, Chief Joseph, Sacagawea, Pocahontas, John Smith, William Penn, Patrick Henry, Betty Friedan,
Gloria Steinem, Marco Rubio, Sally Hemings, Robert Lee, Ulysses Grant, John Brown, Nat Turner, Phillis
Wheatley, Crispus Attucks, Benedict Arnold, Bernie Sanders, Elizabeth Warren, Cleopatra, Hatshepsut,
Boudica, Nefertiti, John Dewey, Jean Piaget, Lev Vygotsky, Jerome Bruner, Benjamin Bloom, Maria Montessori,
Paulo Freire, Ivan Illich, Friedrich Fröbel, Johann Heinrich Pestalozzi, Célestin Freinet, Ovide Decroly,
Rudolf Steiner, Loris Malaguzzi, Emmi Pikler, Howard Gardner, Carol Dweck, Angela Duckworth, Albert Bandura,
Erik Erikson, Lawrence Kohlberg, Carol Gilligan, Nel Noddings, Abraham Maslow, Carl Rogers, Burrhus Skinner,
Ivan Pavlov, Edward Thorndike, Hermann Ebbinghaus, Robert Bjork, Elizabeth Bjork, Henry Roediger, Jeffrey
Karpicke, Pooja Agarwal, Patrice Bain, Daniel Willingham, Daniel Kahneman, Barak Rosenshine, Dylan Wiliam,
Paul Black, Black and Wiliam, John Hattie, Helen Timperley, Viviane Robinson, Michael Fullan, Andy
Hargreaves, Linda Darling-Hammond, Lee Shulman, Deborah Ball, Jo Boaler, Magdalene Lampert, Mary Budd Rowe,
Robin Alexander, Neil Mercer, Lauren Resnick, Doug Lemov, Tom Sherrington, Peps Mccrea, Daisy Christodoulou,
Mary Myatt, Alex Quigley, Craig Barton, Mark McCourt, Harry Fletcher-Wood, Adam Boxer, Kate Jones, Blake
Harvard, Ron Berger, Grant Wiggins, Jay McTighe, Carol Ann Tomlinson, Robert Marzano, Charlotte Danielson,
Jim Knight, Elena Aguilar, Zaretta Hammond, Gholdy Muhammad, Gloria Ladson-Billings, Geneva Gay, Lisa
Delpit, bell hooks, Luis Moll, Django Paris, Ofelia García, Jim Cummins, Stephen Krashen, Paul Nation,
Pauline Gibbons, Merrill Swain, Lucy Calkins, Nancie Atwell, Donald Graves, Louise Rosenblatt, Marie Clay,
Timothy Shanahan, Isabel Beck, Natalie Wexler, Maryanne Wolf, Peter Liljedahl, Dan Meyer, Marilyn Burns,
Cathy Fosnot, George Pólya, John Mason, Sue Johnston-Wilder, Anne Watson, Malcolm Swan, Alan Schoenfeld,
Liping Ma, Catherine Lewis, Akihiko Takahashi, Manabu Sato, James Stigler, James Hiebert, Clea Fernandez,
Makoto Yoshida, Ruth Wageman, Etienne Wenger, Jean Lave, Donald Schön, Chris Argyris, Peter Senge, Ken
Robinson, Sugata Mitra, Salman Khan, Seymour Papert, Mitchel Resnick, Edward de Bono, Spencer Kagan, Barbara
Oakley, Eric Mazur, Carl Wieman, David Ausubel, Eleanor Duckworth, Constance Kamii, Vivian Paley, Vivian
Gussin Paley, Alfie Kohn, Diane Ravitch, Barnett Berry, Andreas Schleicher, Pasi Sahlberg, Kirsti
Salmela-Aro, Liisa Keltikangas-Järvinen, Hartmut Rosa, Martin Wagenschein, Hilbert Meyer, Andreas Helmke,
Klaus Zierer, Wolfgang Klafki, Hartmut von Hentig, Peter Petersen, Georg Kerschensteiner, Peter Gallin, Urs
Ruf, Gerald Hüther, Manfred Spitzer, Felix Winter, Philippe Meirieu, Guy Brousseau, Yves Chevallard, Gérard
Vergnaud, Stella Baruk, Rémi Brissiaud, Roland Goigoux, Sylvie Cèbe, Michel Tozzi, Jacques Lévine, André
Antibi, Stanislas Dehaene, Fernand Oury, Serge Boimare, André Giordan, Emilia Ferreiro, Ana Teberosky, Delia
Lerner, César Coll, Daniel Cassany, Isabel Solé, Neus Sanmartí, Francesco Tonucci, Gianni Rodari, Mario
Kaplún, Rebeca Anijovich, Melina Furman, Philippe Perrenoud, Miguel Ángel Santos Guerra, Francisco Giner de
los Ríos, Rosa Sensat, Isaac Newton, Albert Einstein, Marie Curie, Pierre Curie, Charles Darwin, Galileo
Galilei, Nicolaus Copernicus, Johannes Kepler, Tycho Brahe, Leonardo da Vinci, Ada Lovelace, Charles
Babbage, Alan Turing, Grace Hopper, Katherine Johnson, Dorothy Vaughan, Mary Jackson, Rosalind Franklin,
James Watson, Francis Crick, Maurice Wilkins, Barbara McClintock, Jane Goodall, Dian Fossey, Rachel Carson,
Wangari Maathai, Greta Thunberg, Mae Jemison, Sally Ride, Neil Armstrong, Buzz Aldrin, Yuri Gagarin,
Valentina Tereshkova, Stephen Hawking, Richard Feynman, Niels Bohr, Max Planck, Werner Heisenberg, Erwin
Schrödinger, Lise Meitner, Otto Hahn, Ernest Rutherford, Michael Faraday, James Clerk Maxwell, Nikola Tesla,
Thomas Edison, Alessandro Volta, Benjamin Franklin, Georg Ohm, Robert Hooke, Robert Boyle, Blaise Pascal,
Daniel Fahrenheit, Anders Celsius, Lord Kelvin, James Joule, Antoine Lavoisier, Marie-Anne Lavoisier, Dmitri
Mendeleev, Justus von Liebig, Fritz Haber, Linus Pauling, Alfred Nobel, Louis Pasteur, Robert Koch, Edward
Jenner, Alexander Fleming, Gregor Mendel, Carl Linnaeus, Alexander von Humboldt, Alfred Wegener, Mary
Anning, Maria Sibylla Merian, Santiago Ramón y Cajal, Henri Poincaré, Carl Friedrich Gauss, Leonhard Euler,
Bernhard Riemann, Emmy Noether, Sofia Kovalevskaya, Maryam Mirzakhani, Évariste Galois, Gottfried Wilhelm
Leibniz, René Descartes, Pierre de Fermat, Srinivasa Ramanujan, John Venn, George Boole, Florence
Nightingale, John Snow, Hypatia, Katherine Goble, Konrad Zuse, Tim Berners-Lee, Linus Torvalds, Steve Jobs,
Bill Gates, Elon Musk, Mark Zuckerberg, Margaret Hamilton, Hedy Lamarr, William Shakespeare, Charles
Dickens, Jane Austen, Charlotte Brontë, Emily Brontë, Mary Shelley, Virginia Woolf, George Orwell, Aldous
Huxley, William Golding, Harper Lee, John Steinbeck, Ernest Hemingway, Mark Twain, Emily Dickinson, Walt
Whitman, Edgar Allan Poe, Robert Frost, Langston Hughes, Maya Angelou, Toni Morrison, Zora Neale Hurston,
James Baldwin, Richard Wright, Ralph Ellison, Alice Walker, Sandra Cisneros, Amanda Gorman, Gary Soto,
Jacqueline Woodson, Jason Reynolds, Angie Thomas, Sherman Alexie, Amy Tan, Louise Erdrich, Joy Harjo, Roald
Dahl, Judy Blume, Beverly Cleary, Shel Silverstein, Maurice Sendak, Eric Carle, Julia Donaldson, Axel
Scheffler, Michael Rosen, Quentin Blake, Enid Blyton, Philip Pullman, Suzanne Collins, Lois Lowry, Louis
Sachar, Gary Paulsen, Kate DiCamillo, Katherine Paterson, Jerry Spinelli, Sharon Creech, Mo Willems, Dav
Pilkey, Jeff Kinney, Rick Riordan, Neil Gaiman, Terry Pratchett, Malorie Blackman, Benjamin Zephaniah, Carol
Ann Duffy, Simon Armitage, Seamus Heaney, Ted Hughes, Sylvia Plath, Wilfred Owen, Siegfried Sassoon, John
Keats, William Blake, William Wordsworth, Samuel Beckett, Oscar Wilde, James Joyce, Arthur Miller, Tennessee
Williams, Lorraine Hansberry, August Wilson, Henrik Ibsen, Anton Chekhov, Leo Tolstoy, Fyodor Dostoevsky,
Chinua Achebe, Wole Soyinka, Chimamanda Ngozi Adichie, Ngũgĩ wa Thiong'o, Margaret Atwood, Alice Munro,
Khaled Hosseini, Elie Wiesel, Primo Levi, Art Spiegelman, Marjane Satrapi, Anne Frank, Otto Frank, Malala
Yousafzai, Nelson Mandela, Desmond Tutu, Mahatma Gandhi, Martin Luther King, Coretta Scott King, Rosa Parks,
Ruby Bridges, Claudette Colvin, Malcolm X, John Lewis, Harriet Tubman, Frederick Douglass, Sojourner Truth,
Ida Wells, Emmett Till, Booker Washington, Cesar Chavez, César Chávez, Dolores Huerta, Sylvia Mendez, George
Washington, Thomas Jefferson, Abraham Lincoln, Alexander Hamilton, John Adams, Abigail Adams, Andrew
Jackson, Theodore Roosevelt, Franklin Roosevelt, Eleanor Roosevelt, Harry Truman, John Kennedy, Lyndon
Johnson, Richard Nixon, Ronald Reagan, Barack Obama, Michelle Obama, Donald Trump, Joe Biden, Kamala Harris,
Susan Anthony, Elizabeth Cady Stanton, Emmeline Pankhurst, Helen Keller, Anne Sullivan, Amelia Earhart,
Betsy Ross, Paul Revere, Christopher Columbus, Ferdinand Magellan, Marco Polo, Ibn Battuta, Hernán Cortés,
Francisco Pizarro, Simón Bolívar, José de San Martín, Benito Juárez, Miguel Hidalgo, Emiliano Zapata, Pancho
Villa, Dorothea Lange, Winston Churchill, Margaret Thatcher, Adolf Hitler, Joseph Stalin, Vladimir Lenin,
Vladimir Putin, Benito Mussolini, Francisco Franco, Fidel Castro, Che Guevara, Ernesto Guevara, Karl Marx,
Friedrich Engels, Rosa Luxemburg, Otto von Bismarck, Angela Merkel, Willy Brandt, Konrad Adenauer, Sophie
Scholl, Hans Scholl, Claus von Stauffenberg, Napoléon Bonaparte, Charles de Gaulle, Jean Moulin, Simone
Veil, Olympe de Gouges, Jeanne d'Arc, Joan of Arc, Louis Braille, Jules Ferry, Jean Jaurès, Emmanuel Macron,
Robert Badinter, Lucie Aubrac, Toussaint Louverture, Aimé Césaire, Léopold Sédar Senghor, Frantz Fanon,
Patrice Lumumba, Kwame Nkrumah, Thomas Sankara, Victor Hugo, Émile Zola, Honoré de Balzac, Gustave Flaubert,
Guy de Maupassant, Charles Baudelaire, Arthur Rimbaud, Paul Verlaine, Jacques Prévert, Jean de La Fontaine,
Jean Racine, Pierre Corneille, Jean-Jacques Rousseau, Denis Diderot, Albert Camus, Jean-Paul Sartre, Simone
de Beauvoir, Antoine de Saint-Exupéry, Marguerite Duras, Marcel Pagnol, Marcel Proust, Alexandre Dumas,
Jules Verne, Georges Perec, Annie Ernaux, George Sand, Charles Perrault, Fernand Braudel, Marc Bloch, Daniel
Pennac, Tomi Ungerer, Claude Ponti, Joséphine Baker, Catherine Destivelle, Édith Piaf, Jacques Brel, Georges
Brassens, Claude Debussy, Maurice Ravel, Hector Berlioz, Camille Saint-Saëns, Claude Monet, Édouard Manet,
Paul Cézanne, Henri Matisse, Auguste Rodin, Camille Claudel, Edgar Degas, Paul Gauguin, Henri Rousseau,
Georges Seurat, Sonia Delaunay, Niki de Saint Phalle, Vincent van Gogh, Rembrandt van Rijn, Johannes
Vermeer, Piet Mondrian, Paul Klee, Wassily Kandinsky, Franz Marc, August Macke, Käthe Kollwitz, Albrecht
Dürer, Caspar David Friedrich, Gerhard Richter, Joseph Beuys, Gabriele Münter, Paula Modersohn-Becker,
Hannah Höch, Frida Kahlo, Diego Rivera, Pablo Picasso, Salvador Dalí, Joan Miró, Francisco de Goya, Diego
Velázquez, Antoni Gaudí, Santiago Calatrava, Gustave Eiffel, Andy Warhol, Keith Haring, Jean-Michel
Basquiat, Georgia O'Keeffe, Faith Ringgold, Jacob Lawrence, Kehinde Wiley, Banksy, Yayoi Kusama, Ai Weiwei,
Louise Bourgeois, Cindy Sherman, Norman Rockwell, Edward Hopper, Jackson Pollock, Mark Rothko, Roy
Lichtenstein, Alexander Calder, Andy Goldsworthy, Hilma af Klint, Edvard Munch, Helene Schjerfbeck, Akseli
Gallen-Kallela, Eero Järnefelt, Albert Edelfelt, Hugo Simberg, Alvar Aalto, Tove Jansson, Jean Sibelius,
Kaija Saariaho, Artemisia Gentileschi, Sandro Botticelli, Lord Byron, Johann Sebastian Bach, Wolfgang
Amadeus Mozart, Ludwig van Beethoven, Joseph Haydn, Franz Schubert, Robert Schumann, Clara Schumann, Fanny
Hensel, Felix Mendelssohn, Frédéric Chopin, Franz Liszt, Johannes Brahms, Richard Wagner, Antonio Vivaldi,
Georg Friedrich Händel, Giuseppe Verdi, Pyotr Tchaikovsky, Igor Stravinsky, Benjamin Britten, Edward Elgar,
Gustav Holst, Carl Orff, Zoltán Kodály, Béla Bartók, Philip Glass, Steve Reich, John Cage, Miles Davis,
Louis Armstrong, Duke Ellington, Ella Fitzgerald, Billie Holiday, Nina Simone, John Coltrane, Bob Marley,
Bob Dylan, John Lennon, Paul McCartney, Freddie Mercury, Michael Jackson, Taylor Swift, Kendrick Lamar, Ed
Sheeran, Billie Eilish, Ariana Grande, Lady Gaga, Leonard Bernstein, Lin-Manuel Miranda, Stevie Wonder,
Aretha Franklin, Manuel de Falla, Violeta Parra, Víctor Jara, Mercedes Sosa, Carlos Gardel, Lionel Messi,
Cristiano Ronaldo, Rafael Nadal, Rafa Nadal, Alexia Putellas, Serena Williams, Venus Williams, Simone Biles,
Usain Bolt, Eliud Kipchoge, Jesse Owens, Muhammad Ali, Michael Jordan, LeBron James, Stephen Curry, Megan
Rapinoe, Colin Kaepernick, Kylian Mbappé, Zinédine Zidane, Roger Federer, Marcus Rashford, Mo Farah, Jessica
Ennis, Paavo Nurmi, Kimi Räikkönen, Carolina Marín, Pau Gasol, Tom Brady, Babe Ruth, Jackie Robinson,
Leonardo DiCaprio, Charlie Chaplin, Walt Disney, Emma Watson, Steven Spielberg, Miguel de Cervantes,
Federico García Lorca, Antonio Machado, Juan Ramón Jiménez, Miguel Hernández, Gustavo Adolfo Bécquer,
Rosalía de Castro, Lope de Vega, Luis de Góngora, Garcilaso de la Vega, Benito Pérez Galdós, Emilia Pardo
Bazán, Ana María Matute, Carmen Laforet, Gloria Fuertes, Gabriel García Márquez, Isabel Allende, Mario
Vargas Llosa, Jorge Luis Borges, Julio Cortázar, Pablo Neruda, Gabriela Mistral, Octavio Paz, Juan Rulfo,
Carlos Fuentes, Elena Poniatowska, Rosario Castellanos, Sor Juana Inés de la Cruz, Horacio Quiroga, Idea
Vilariño, Juan Carlos Onetti, Mario Benedetti, Eduardo Galeano, Alfonsina Storni, María Elena Walsh, José
Martí, Rubén Darío, César Vallejo, José Hernández, Laura Esquivel, Elena Fortún, Clara Campoamor, María
Zambrano, Miguel de Unamuno, José Ortega y Gasset, Laura Gallego, Jordi Sierra, Juan José Millás, Quino,
Isabel la Católica, Cristóbal Colón, Adela Cortina, Johann Wolfgang von Goethe, Friedrich Schiller, Bertolt
Brecht, Franz Kafka, Thomas Mann, Heinrich Mann, Hermann Hesse, Günter Grass, Heinrich Böll, Max Frisch,
Friedrich Dürrenmatt, Theodor Fontane, Theodor Storm, Gottfried Keller, Georg Büchner, Heinrich von Kleist,
Heinrich Heine, Gotthold Ephraim Lessing, Joseph von Eichendorff, Annette von Droste-Hülshoff, Rainer Maria
Rilke, Else Lasker-Schüler, Erich Kästner, Astrid Lindgren, Michael Ende, Cornelia Funke, Otfried Preußler,
James Krüss, Christine Nöstlinger, Wolfgang Herrndorf, Mirjam Pressler, Peter Härtling, Paul Maar, Kirsten
Boie, Ingeborg Bachmann, Nelly Sachs, Hannah Arendt, Immanuel Kant, Georg Wilhelm Friedrich Hegel, Friedrich
Nietzsche, Martin Luther, Sigmund Freud, Ernst Jandl, Christa Wolf, Juli Zeh, Daniel Kehlmann, Patrick
Süskind, Anna Seghers, Stefan Zweig, Gerda Lerner, Brüder Grimm, Jacob Grimm, Wilhelm Grimm, Hans Christian
Andersen, Jostein Gaarder, Selma Lagerlöf, Elias Lönnrot, Aleksis Kivi, Johan Ludvig Runeberg, Zacharias
Topelius, Minna Canth, Juhani Aho, Eino Leino, Väinö Linna, Mika Waltari, Frans Emil Sillanpää, Edith
Södergran, Johan Vilhelm Snellman, Agathon Meurman, Carl Gustaf Emil Mannerheim, Urho Kekkonen, Tarja
Halonen, Martti Ahtisaari, Sauli Niinistö, Sanna Marin, Uno Cygnaeus, Mauri Kunnas, Tuula Kallioniemi, Sofi
Oksanen, Arto Paasilinna, Maria Turtschaninoff, Sakari Topelius, Kirsi Kunnas, Hannu Mäkelä, Mikael
Agricola, Plato, Aristotle, Socrates, Julius Caesar, Alexander the Great, Genghis Khan, Haruki Murakami, Sei
Shonagon, Matsuo Basho, Hayao Miyazaki, Rabindranath Tagore, Jawaharlal Nehru, Indira Gandhi, Lu Xun, Sun
Wukong, Mao Zedong, Deng Xiaoping, Xi Jinping, Qin Shi Huang, Tao Xingzhi, Ye Shengtao, Gu Lingyuan, Yu Yi,
Li Bai, Du Fu, Zhu Ziqing, Confucius, Mencius, Tu Youyou, Yang Liwei, Sally Rooney, Ibn Sina, Ibn Khaldun,
Al Khwarizmi, Naguib Mahfouz, Mahmoud Darwish, Khalil Gibran, Orhan Pamuk, Nazim Hikmet, Mustafa Kemal
Atatürk, Martha Nussbaum, Daniel Goleman, Brené Brown, Malcolm Gladwell, Simon Sinek, Adam Grant, Jane
Elliott, Rita Pierson, Jaime Escalante, Erin Gruwell, Anne Lamott, Peter Elbow, Kelly Gallagher, Penny
Kittle, Kylene Beers, Bob Probst, Robert Probst, Cris Tovani, Stephanie Harvey, Richard Allington, Jan
Richardson, Irene Fountas, Gay Su Pinnell, Jennifer Serravallo, Julie Washington, Ibram Kendi, Ijeoma Oluo,
Ta-Nehisi Coates, Robin Kimmerer, Robin Wall Kimmerer, Monica Martinez`;

/** Known by one name, and hardly the name of a student. */
export const KNOWN_BY_ONE = `
nikolaus charlemagne clovis vercingetorix moctezuma malinche tutankamon
cleopatra hatshepsut ramses tutankhamun nefertiti boudica xerxes hannibal spartacus nero caligula augustus beowulf lancelot merlin guinevere goldilocks
malala beyonce shakira rihanna pele mozart galileo rembrandt michelangelo napoleon neymar messi ronaldo
mbappe euclid archimedes pythagoras sokrates aristoteles confucius buddha zeus hera athena poseidon odin
loki osiris romeo juliet hamlet macbeth othello desdemona banquo mercutio tybalt prospero caliban portia
shylock oberon titania gatsby hermione dumbledore voldemort frodo bilbo gandalf katniss pinocchio cinderella
cenicienta aschenputtel rapunzel rotkappchen schneewittchen mowgli tarzan odysseus ulysses achilles hercules
perseus theseus medusa icarus daedalus sisyphus antigone oedipus creon ismene quijote sancho dulcinea
lazarillo celestina faust mephisto gretchen vainamoinen ilmarinen lemminkainen louhi kullervo muumi pippi
tintin asterix obelix kirikou candide cunegonde pangloss tartuffe harpagon scapin sganarelle cyrano phedre
gilgamesh scheherazade aladdin sindbad sinbad mulan nemo gruffalo snoopy pikachu socrates plato aristotle
vygotsky piaget montessori freinet dewey kafka goethe schiller brecht hegel kant gauss`;
